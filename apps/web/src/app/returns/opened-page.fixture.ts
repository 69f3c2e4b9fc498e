import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { HeadwayEvent, Service } from '@headway/contract';
import { provideEffects } from '@ngrx/effects';
import { Store, provideState, provideStore } from '@ngrx/store';
import { Subject } from 'rxjs';
import { Events } from '../platform/events';
import { problemsInterceptor } from '../platform/problems.interceptor';
import { SessionApi } from '../platform/session/session.actions';
import { sessionFeature } from '../platform/session/session.feature';
import { serviceOf } from '../services/services.fixture';
import { returnsRoutes } from './returns.routes';

/** A quarter long over, so that the day which it speaks of stays the same. */
export const at = '/return/2024-25-Q1';

export const session = {
  person: { id: 'ada', name: 'Ada Lead', email: 'ada@headway.example' },
  grants: [
    { role: 'digital_lead' as const, organisation: serviceOf().organisation, organisations: 'all' as const },
  ],
  demonstration: true,
};

export const services = ['A-1', 'B-2', 'C-3'].map((reference, index) =>
  serviceOf({
    reference,
    name: `Service ${reference}`,
    version: index + 1,
    lastRecordedAt: '2024-05-03T10:00:00Z',
  }),
);

/** One of the pages of a return, with its services loaded. */
export async function openedPage(url: string, loaded: readonly Service[] = services) {
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
          { path: 'return', children: returnsRoutes },
          { path: '**', children: [] },
        ],
        withComponentInputBinding(),
      ),
      { provide: Events, useValue: { changes } },
    ],
  });
  TestBed.inject(Store).dispatch(SessionApi.loaded({ session }));
  const harness = await RouterTestingHarness.create(url);
  const http = TestBed.inject(HttpTestingController);
  const settle = async () => {
    await harness.fixture.whenStable();
    await harness.fixture.whenStable();
  };
  const answer = async (items: readonly Service[] = loaded) => {
    for (const request of http.match(({ url }) => url === '/api/services'))
      request.flush({ items, page: 1, pageSize: 200, total: items.length });
    await settle();
  };
  await answer();
  const page = () => harness.routeNativeElement!;
  const field = <T extends HTMLElement>(id: string) => page().querySelector<T>(`[id="${id}"]`)!;
  const press = async (text: string | RegExp) => {
    const button = [...page().querySelectorAll('button')].find(({ textContent }) => {
      const words = textContent!.replace(/\s+/g, ' ').trim();
      return typeof text === 'string' ? words.includes(text) : text.test(words);
    });
    if (!button) throw new Error(`There is no button ${text}`);
    button.click();
    await settle();
  };
  const choose = async (reference: string, value: string) => {
    const select = field<HTMLSelectElement>(`stage-${reference}`);
    select.value = value;
    select.dispatchEvent(new Event('change'));
    await settle();
  };
  const type = async (id: string, text: string) => {
    const input = field<HTMLInputElement>(id);
    input.value = text;
    input.dispatchEvent(new Event('input'));
    await settle();
  };
  const key = async (name: string, init: KeyboardEventInit = {}) => {
    const event = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...init });
    document.activeElement!.dispatchEvent(event);
    await settle();
    return event;
  };
  const text = () => page().textContent!.replace(/\s+/g, ' ');
  const batch = () => {
    http.expectOne('/api/session').flush(session);
    return http.expectOne('/api/records/batch');
  };
  return { harness, http, changes, settle, answer, page, field, press, choose, type, key, text, batch };
}
