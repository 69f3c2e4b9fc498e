import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { PulseSurveyOfLink } from '@headway/contract';
import { provideStore, provideState } from '@ngrx/store';
import { problemsInterceptor } from '../../platform/problems.interceptor';
import { sessionFeature } from '../../platform/session/session.feature';
import { surveyRoutes } from './survey.routes';

export const at = '/api/pulse/survey/a-link';

export function surveyOf(changes: Partial<PulseSurveyOfLink> = {}): PulseSurveyOfLink {
  return {
    organisation: { slug: 'dft', name: 'Department for Transport', abbreviation: 'DfT' },
    opensOn: '2026-11-01',
    closesOn: '2026-11-30',
    questionsVersion: 1,
    state: 'open',
    ...changes,
  };
}

/** A page of the survey, with what the link is of answered. */
export async function open(step = '', survey: PulseSurveyOfLink | null = surveyOf()) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([problemsInterceptor])),
      provideHttpClientTesting(),
      provideStore(),
      provideState(sessionFeature),
      provideRouter([{ path: 'pulse/survey/:link', children: surveyRoutes }], withComponentInputBinding()),
    ],
  });
  const harness = await RouterTestingHarness.create(`/pulse/survey/a-link${step}`);
  const http = TestBed.inject(HttpTestingController);
  const settle = () => harness.fixture.whenStable();
  if (survey) http.expectOne(at).flush(survey);
  await settle();
  const page = () => harness.routeNativeElement!;
  const submit = async () => {
    page()
      .querySelector('form')!
      .dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
  };
  const press = async (text: string) => {
    const all = [...page().querySelectorAll<HTMLElement>('button, a')];
    all.find((one) => one.textContent.includes(text))!.click();
    await settle();
  };
  const pick = (value: string) => page().querySelector<HTMLInputElement>(`input[value=${value}]`)!.click();
  const heading = () => page().querySelector('h1')!.textContent.trim();
  const summary = () => page().querySelector('.govuk-error-summary')?.textContent ?? '';
  const url = () => TestBed.inject(Router).url;
  return { http, settle, page, submit, press, pick, heading, summary, url };
}
