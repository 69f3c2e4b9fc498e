import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Organisation, Session } from '@headway/contract';
import type { Role } from '@headway/domain';
import { provideEffects } from '@ngrx/effects';
import { Store, provideState, provideStore } from '@ngrx/store';
import { EMPTY } from 'rxjs';
import { Events } from '../platform/events';
import { problemsInterceptor } from '../platform/problems.interceptor';
import { SessionApi } from '../platform/session/session.actions';
import { sessionFeature } from '../platform/session/session.feature';
import { organisationsRoutes } from './organisations.routes';

/** A page of this slice with the whole of it around, and hands to work it. */
export async function open(url: string, role: Role = 'admin') {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([problemsInterceptor])),
      provideHttpClientTesting(),
      provideStore(),
      provideState(sessionFeature),
      provideEffects(),
      provideRouter(
        [
          { path: 'departments', children: organisationsRoutes },
          { path: 'no-permission', children: [] },
        ],
        withComponentInputBinding(),
      ),
      { provide: Events, useValue: { changes: EMPTY } },
    ],
  });
  const grants: Session['grants'] = [{ role, organisation: null, organisations: 'all' }];
  const session = {
    person: { id: 'p', name: 'Ada', email: 'a@headway.example' },
    grants,
    demonstration: true,
  };
  TestBed.inject(Store).dispatch(SessionApi.loaded({ session }));
  const harness = await RouterTestingHarness.create(url);
  const http = TestBed.inject(HttpTestingController);
  const main = () => harness.routeNativeElement!;
  const settle = () => harness.fixture.whenStable();
  /** A page of its own chunk takes a moment to come. */
  const arrived = async (page: string) => {
    while (!harness.fixture.nativeElement.querySelector(page))
      await new Promise((later) => setTimeout(later, 10));
    await settle();
  };
  const list = async (items: readonly Organisation[], ended: readonly Organisation[] = []) => {
    for (const asked of http.match(({ url: at }) => at === '/api/organisations')) {
      const shown = asked.request.params.has('ended') ? ended : items;
      asked.flush({ items: shown, page: 1, pageSize: 200, total: shown.length });
    }
    await settle();
  };
  const field = (id: string) => main().querySelector<HTMLInputElement>(`[id="${id}"]`)!;
  const type = async (id: string, value: string) => {
    field(id).value = value;
    field(id).dispatchEvent(new Event('input'));
    await settle();
  };
  const date = async (day: string, month: string, year: string) => {
    for (const [part, value] of Object.entries({ day, month, year })) await type(`on-${part}`, value);
  };
  const tick = async (value: string) => {
    main().querySelector<HTMLInputElement>(`input[value="${value}"]`)!.click();
    await settle();
  };
  const submit = async () => {
    main()
      .querySelector('form')!
      .dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
  };
  const press = async (text: string) => {
    [...main().querySelectorAll('button')].find((one) => one.textContent!.includes(text))!.click();
    await settle();
  };
  const heading = () => main().querySelector('h1')!.textContent!.trim();
  const wrong = () =>
    [...main().querySelectorAll<HTMLAnchorElement>('.govuk-error-summary li')].map((one) => [
      one.textContent!.trim(),
      one.querySelector('a')?.getAttribute('href') ?? null,
    ]);
  const text = () => main().textContent!.replace(/\s+/g, ' ');
  const links = () => [...main().querySelectorAll('main a')].map((link) => link.getAttribute('href'));
  return {
    harness,
    http,
    main,
    text,
    links,
    settle,
    arrived,
    list,
    field,
    type,
    date,
    tick,
    submit,
    press,
    heading,
    wrong,
  };
}
