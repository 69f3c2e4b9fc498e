import type { PulseSurveyOfLink } from '@headway/contract';
import { openPage } from '../../platform/page.harness';
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
  const routes = [{ path: 'pulse/survey/:link', children: surveyRoutes }];
  const opened = await openPage(`/pulse/survey/a-link${step}`, routes);
  const { http, page, settle } = opened;
  if (survey) http.expectOne(at).flush(survey);
  await settle();
  const press = async (text: string) => {
    const all = [...page().querySelectorAll<HTMLElement>('button, a')];
    all.find((one) => one.textContent.includes(text))!.click();
    await settle();
  };
  const pick = (value: string) => page().querySelector<HTMLInputElement>(`input[value=${value}]`)!.click();
  return { ...opened, press, pick };
}
