import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { HeadwayEvent, Quarter, ReturnList, Session } from '@headway/contract';
import { type Role, returnCounts } from '@headway/domain';
import { provideEffects } from '@ngrx/effects';
import { Store, provideState, provideStore } from '@ngrx/store';
import { Subject } from 'rxjs';
import { Events } from '../platform/events';
import { Flash } from '../platform/flash';
import { problemsInterceptor } from '../platform/problems.interceptor';
import { SessionApi } from '../platform/session/session.actions';
import { sessionFeature } from '../platform/session/session.feature';
import { quartersRoutes } from './quarters.routes';

/** A page of this slice with the whole of it around, as a person of a role over some organisations. */
export async function open(url: string, role: Role = 'oversight', organisations: 'all' | string[] = 'all') {
  const events = new Subject<HeadwayEvent>();
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([problemsInterceptor])),
      provideHttpClientTesting(),
      provideStore(),
      provideState(sessionFeature),
      provideEffects(),
      provideRouter(
        [
          { path: 'quarters', children: quartersRoutes },
          { path: 'no-permission', children: [] },
          { path: 'no-such-quarter', children: [] },
        ],
        withComponentInputBinding(),
      ),
      { provide: Events, useValue: { changes: events } },
    ],
  });
  const person = { id: 'p', name: 'Ada', email: 'a@headway.example' };
  const grants: Session['grants'] = [{ role, organisation: null, organisations }];
  TestBed.inject(Store).dispatch(SessionApi.loaded({ session: { person, grants, demonstration: true } }));
  const harness = await RouterTestingHarness.create(url);
  const http = TestBed.inject(HttpTestingController);
  const settle = () => harness.fixture.whenStable();
  const main = () => harness.routeNativeElement!;
  const said = (one: Element) => one.textContent!.replace(/\s+/g, ' ').trim();
  /** What the page asked first: a quarter whose counts are those of its returns, where none are given. */
  const answer = async (quarter: Quarter, list: Partial<ReturnList> = {}) => {
    const { items } = list;
    const returns = items ? returnCounts(items.map(({ state }) => state)) : quarter.returns;
    http.expectOne(`/api/quarters/${quarter.id}`).flush({ ...quarter, returns });
    http
      .expectOne(`/api/quarters/${quarter.id}/returns`)
      .flush({ items: [], missing: [], unreachable: [], ...list });
    await settle();
  };
  return {
    ...{ harness, http, settle, main, answer, events },
    text: () => said(main()),
    rows: (of = 'tbody tr') => [...main().querySelectorAll(of)].map((row) => [...row.children].map(said)),
    links: () => [...main().querySelectorAll('main a')].map((link) => link.getAttribute('href')),
    wrong: () => [...main().querySelectorAll('.govuk-error-summary li')].map(said),
    field: (id: string) => main().querySelector<HTMLInputElement>(`[id="${id}"]`)!,
    type: async (id: string, value: string) => {
      const field = main().querySelector<HTMLInputElement>(`[id="${id}"]`)!;
      field.value = value;
      field.dispatchEvent(new Event('input'));
      await settle();
    },
    press: async (words: string) => {
      [...main().querySelectorAll('button')].find((one) => said(one).includes(words))!.click();
      await settle();
    },
    submit: async () => {
      main()
        .querySelector('form')!
        .dispatchEvent(new Event('submit', { cancelable: true }));
      await settle();
    },
    url: () => TestBed.inject(Router).url,
    news: () => {
      TestBed.inject(Flash).arrived();
      return TestBed.inject(Flash).shown();
    },
  };
}
