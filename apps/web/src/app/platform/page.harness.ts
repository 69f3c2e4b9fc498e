import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router, type Routes, provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { HeadwayEvent, Session } from '@headway/contract';
import { provideEffects } from '@ngrx/effects';
import { Store, provideState, provideStore } from '@ngrx/store';
import { Subject } from 'rxjs';
import { Events } from './events';
import { problemsInterceptor } from './problems.interceptor';
import { SessionApi } from './session/session.actions';
import { sessionFeature } from './session/session.feature';

type Grant = Session['grants'][number];
/** A role, over all of government unless it says over what. */
export type Who = Pick<Grant, 'role'> & Partial<Grant>;

export const sessionOf = (who: Who): Session => ({
  person: { id: 'ada', name: 'Ada Lead', email: 'ada@headway.example' },
  grants: [{ organisation: null, organisations: 'all', ...who }],
  demonstration: true,
});

export function signIn(who: Who): void {
  TestBed.inject(Store).dispatch(SessionApi.loaded({ session: sessionOf(who) }));
}

/** The application around what a spec shows, with nobody signed in unless given; the spec answers for the API. */
export function application(routes: Routes = [], who: Who | null = null) {
  const changes = new Subject<HeadwayEvent>();
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([problemsInterceptor])),
      provideHttpClientTesting(),
      provideStore(),
      provideState(sessionFeature),
      provideEffects(),
      provideRouter(routes, withComponentInputBinding()),
      { provide: Events, useValue: { changes } },
    ],
  });
  if (who) signIn(who);
  return { changes, http: TestBed.inject(HttpTestingController) };
}

/** A page with the application around it, before anything that it asks for is answered, and hands to work it. */
export async function openPage(url: string, routes: Routes, who: Who | null = null) {
  const around = application(routes, who);
  const harness = await RouterTestingHarness.create(url);
  const settle = () => harness.fixture.whenStable();
  const page = () => harness.routeNativeElement!;
  const field = <T extends HTMLElement = HTMLInputElement>(id: string) =>
    page().querySelector<T>(`[id="${id}"]`)!;
  return {
    ...around,
    harness,
    settle,
    page,
    field,
    type: (id: string, text: string) => {
      field(id).value = text;
      field(id).dispatchEvent(new Event('input'));
    },
    /** Of one day, month and year, as three fields hold them. */
    typeDate: (id: string, ...date: readonly [day: string, month: string, year: string]) => {
      for (const [n, part] of ['day', 'month', 'year'].entries()) {
        field(`${id}-${part}`).value = date[n]!;
        field(`${id}-${part}`).dispatchEvent(new Event('input'));
      }
    },
    submit: async () => {
      page()
        .querySelector('form')!
        .dispatchEvent(new Event('submit', { cancelable: true }));
      await settle();
    },
    press: async (text: string) => {
      const button = [...page().querySelectorAll('button')].find((one) => wordsOf(one).includes(text));
      if (!button) throw new Error(`There is no button ${text}`);
      button.click();
      await settle();
    },
    text: () => wordsOf(page()),
    heading: () => wordsOf(page().querySelector('h1')!),
    summary: () => page().querySelector('.govuk-error-summary')?.textContent ?? '',
    links: () => [...page().querySelectorAll('main a')].map((link) => link.getAttribute('href')),
    url: () => TestBed.inject(Router).url,
  };
}

/** What is read in an element, on one line. */
export function wordsOf(element: Element): string {
  return element.textContent!.replace(/\s+/g, ' ').trim();
}
