import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { provideEffects } from '@ngrx/effects';
import { Store, provideState, provideStore } from '@ngrx/store';
import { problemsInterceptor } from '../platform/problems.interceptor';
import { SessionApi } from '../platform/session/session.actions';
import { sessionFeature } from '../platform/session/session.feature';
import { confirmRoutes, correctRoutes, recordRoutes } from './records.routes';
import { recordOf, serviceOf } from './records.fixture';

export const at = '/api/services/DWP-014';

/** A page of records at an address, its first requests answered. */
export async function open(url: string, first = [recordOf()]) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([problemsInterceptor])),
      provideHttpClientTesting(),
      provideStore(),
      provideState(sessionFeature),
      provideEffects(),
      provideRouter(
        [
          { path: 'services/:reference/record', children: recordRoutes },
          { path: 'services/:reference/confirm', children: confirmRoutes },
          { path: 'services/:reference/records', children: correctRoutes },
          { path: 'services/:reference', children: [] },
        ],
        withComponentInputBinding(),
      ),
    ],
  });
  const person = { id: 'p', name: 'Dana Wren', email: 'd@headway.example' };
  const grants = [{ role: 'digital_lead' as const, organisation: null, organisations: 'all' as const }];
  TestBed.inject(Store).dispatch(SessionApi.loaded({ session: { person, grants, demonstration: true } }));
  const harness = await RouterTestingHarness.create(url);
  const http = TestBed.inject(HttpTestingController);
  const answer = (service = serviceOf(), records = [recordOf()]) => {
    http.expectOne(at).flush(service);
    http.expectOne(`${at}/records?pageSize=200`).flush({ items: records, page: 1, pageSize: 200, total: 1 });
  };
  answer(serviceOf(), first);
  const settle = () => harness.fixture.whenStable();
  await settle();
  const page = () => harness.routeNativeElement!;
  const submit = async () => {
    page()
      .querySelector('form')!
      .dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
  };
  const type = (id: string, text: string) => {
    const field = page().querySelector<HTMLInputElement>(`#${id}`)!;
    field.value = text;
    field.dispatchEvent(new Event('input'));
  };
  const press = async (text: string) => {
    [...page().querySelectorAll('button')].find((button) => button.textContent!.includes(text))!.click();
    await settle();
  };
  const pick = (stage: string) => page().querySelector<HTMLInputElement>(`input[value=${stage}]`)!.click();
  const heading = () => page().querySelector('h1')!.textContent!.trim();
  const summary = () => page().querySelector('.govuk-error-summary')?.textContent ?? '';
  return { harness, http, answer, settle, page, submit, type, press, pick, heading, summary };
}
