import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { HeadwayEvent } from '@headway/contract';
import { provideEffects } from '@ngrx/effects';
import { provideState, provideStore } from '@ngrx/store';
import { Subject } from 'rxjs';
import { Events } from '../platform/events';
import { problemsInterceptor } from '../platform/problems.interceptor';
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
      provideRouter([
        { path: 'portfolio', children: portfolioRoutes },
        { path: 'services', children: [] },
      ]),
      { provide: Events, useValue: { changes } },
    ],
  });
  const harness = await RouterTestingHarness.create(url);
  const http = TestBed.inject(HttpTestingController);
  const page = harness.routeNativeElement!;
  const settle = () => harness.fixture.whenStable();
  const links = () => [...page.querySelectorAll<HTMLAnchorElement>('main a[href*="/services"]')];
  return { harness, http, page, changes, settle, links };
}

/** What is asked for, whatever date it is compared with. */
export const asked = (path: string) => (request: { urlWithParams: string }) =>
  request.urlWithParams.replace(/[?&]compareWith=[-\d]+/, '') === path;
