import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { HeadwayEvent } from '@headway/contract';
import type { Role } from '@headway/domain';
import { provideEffects } from '@ngrx/effects';
import { Store, provideState, provideStore } from '@ngrx/store';
import { Subject } from 'rxjs';
import { Events } from '../platform/events';
import { problemsInterceptor } from '../platform/problems.interceptor';
import { SessionApi } from '../platform/session/session.actions';
import { sessionFeature } from '../platform/session/session.feature';
import { portfolioRoutes } from './portfolio.routes';

/** A page of the portfolio, before anything that it asks for is answered. */
export async function open(url = '/portfolio') {
  const changes = new Subject<HeadwayEvent>();
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([problemsInterceptor])),
      provideHttpClientTesting(),
      provideStore(),
      provideState(sessionFeature),
      provideEffects(),
      provideRouter(
        [
          { path: 'portfolio', children: portfolioRoutes },
          { path: 'services', children: [] },
        ],
        withComponentInputBinding(),
      ),
      { provide: Events, useValue: { changes } },
    ],
  });
  const harness = await RouterTestingHarness.create(url);
  const http = TestBed.inject(HttpTestingController);
  const page = harness.routeNativeElement!;
  const settle = () => harness.fixture.whenStable();
  const links = () => [...page.querySelectorAll<HTMLAnchorElement>('main a[href*="/services"]')];
  const mayDo = (role: Role) => {
    const person = { id: 'one', name: 'Ada', email: 'ada@headway.example' };
    const session = {
      person,
      grants: [{ role, organisation: null, organisations: 'all' as const }],
      demonstration: true,
    };
    TestBed.inject(Store).dispatch(SessionApi.loaded({ session }));
  };
  return { harness, http, page, changes, settle, links, mayDo };
}

/** What is asked for, whatever date it is compared with. */
export const asked = (path: string) => (request: { urlWithParams: string }) =>
  request.urlWithParams.replace(/[?&]compareWith=[-\d]+/, '') === path;

/** Opens the box with the form, which is fetched only then. */
export async function unfold(page: HTMLElement, settle: () => Promise<unknown>): Promise<void> {
  const box = page.querySelector('details')!;
  const toggled = new Promise((done) => box.addEventListener('toggle', done, { once: true }));
  if (!box.open) {
    box.open = true;
    await toggled;
  }
  for (let turn = 0; turn < 100 && !page.querySelector('form'); turn++) await settle();
}
