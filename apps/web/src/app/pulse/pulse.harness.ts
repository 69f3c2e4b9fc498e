import { provideHttpClient, withInterceptors } from '@angular/common/http';
import {
  HttpTestingController,
  type TestRequest,
  provideHttpClientTesting,
} from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { PulseResultsQuery } from '@headway/contract';
import type { Role } from '@headway/domain';
import { Store, provideState, provideStore } from '@ngrx/store';
import { problemsInterceptor } from '../platform/problems.interceptor';
import { SessionApi } from '../platform/session/session.actions';
import { sessionFeature } from '../platform/session/session.feature';
import { listOf, recordedOf, resultsOf, waves } from './pulse.fixture';
import { pulseRoutes } from './pulse.routes';

/** A page of the pulse, before anything that it asks for is answered. */
export async function open(url: string, role: Role = 'oversight') {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([problemsInterceptor])),
      provideHttpClientTesting(),
      provideStore(),
      provideState(sessionFeature),
      provideRouter(
        [
          { path: 'pulse', children: pulseRoutes },
          { path: 'no-permission', children: [] },
        ],
        withComponentInputBinding(),
      ),
    ],
  });
  const person = { id: 'one', name: 'Ada', email: 'ada@headway.example' };
  const grants = [{ role, organisation: null, organisations: 'all' as const }];
  TestBed.inject(Store).dispatch(SessionApi.loaded({ session: { person, grants, demonstration: true } }));
  const harness = await RouterTestingHarness.create(url);
  const http = TestBed.inject(HttpTestingController);
  const page = harness.routeNativeElement!;
  const settle = () => harness.fixture.whenStable();
  const answerWaves = async (items: readonly object[] = waves) => {
    http.expectOne('/api/pulse/waves?page=1&pageSize=200').flush(listOf(items));
    await settle();
  };
  /** Answers all that was asked by the rules of the domain; the queries that there were. */
  const answerResults = async () => {
    const asked: TestRequest[] = [];
    // What is fetched late is asked for once it is drawn.
    for (let turn = 0; turn < 20; turn++) {
      const now = http.match(({ url }) => /^\/api\/pulse\/(results|recorded)$/.test(url));
      for (const one of now)
        one.flush(one.request.url.endsWith('recorded') ? recordedOf() : resultsOf(queryOf(one)));
      asked.push(...now);
      await settle();
      await new Promise((done) => setTimeout(done));
    }
    return asked.map(({ request }) => request.urlWithParams);
  };
  const text = () => page.textContent.replace(/\s+/g, ' ');
  const rows = (table: Element) =>
    [...table.querySelectorAll('tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent.replace(/\s+/g, ' ').trim()),
    );
  const submit = async () => {
    page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
  };
  const url_ = () => TestBed.inject(Router).url;
  return { http, page, settle, answerWaves, answerResults, text, rows, submit, url: url_ };
}

function queryOf({ request: { params } }: TestRequest): Partial<PulseResultsQuery> {
  const all = (name: string) => params.getAll(name) ?? undefined;
  return {
    ...{ wave: params.get('wave') ?? undefined, audience: params.get('audience') ?? undefined },
    ...{ organisation: all('organisation'), grade: all('grade'), question: all('question') },
  } as Partial<PulseResultsQuery>;
}
