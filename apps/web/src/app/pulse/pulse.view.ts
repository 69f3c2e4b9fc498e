import type { ParamMap, Params } from '@angular/router';
import type { PulseResultsQuery } from '@headway/contract';
import {
  type Audience,
  type Grade,
  type PulseMeasureId,
  type PulseTopic,
  audiences,
  grades,
  pulseMeasures,
  pulseTopics,
} from '@headway/domain';

/** What a person chose to look at. It lives in the address, so that it can be sent on. */
export interface PulseView {
  /** Id; null is the last that closed. */
  readonly wave: string | null;
  /** Slug; null is all of government. */
  readonly organisation: string | null;
  /** Null is everyone. */
  readonly grade: Grade | null;
  /** Whose services are asked about; null is both. */
  readonly audience: Audience | null;
  /** The question that is shown in full. */
  readonly question: PulseTopic;
}

/** Reads an address kindly: what it does not know is left out. */
export function viewFrom(params: ParamMap): PulseView {
  return {
    wave: params.get('wave') || null,
    organisation: params.get('organisation') || null,
    grade: grades.find((one) => one === params.get('grade')) ?? null,
    audience: audiences.find((one) => one === params.get('audience')) ?? null,
    question: pulseTopics.find((one) => one === params.get('question')) ?? 'impact',
  };
}

export function paramsOf({ question, ...others }: PulseView): Params {
  const chosen = Object.entries(others).filter(([, value]) => value !== null);
  return { ...Object.fromEntries(chosen), ...(question === 'impact' ? {} : { question }) };
}

/** For the API, that is all of government alone: no organisation is called so, and all of government comes with any. */
const noOrganisation = '-';

/** What is shown of one group at the top of the page: every question, the grades beside everyone. */
export function groupQuery({ organisation, audience }: PulseView, wave: string): PulseResultsQuery {
  return { wave, organisation: [organisation ?? noOrganisation], ...(audience ? { audience } : {}) };
}

/** One question in every organisation: of one grade where one is chosen. */
export function organisationsQuery(
  { grade, audience, question }: PulseView,
  wave: string,
): PulseResultsQuery {
  return {
    ...{ wave, question: [question], grade: [grade ?? 'senior_civil_servant'] },
    ...(audience ? { audience } : {}),
  };
}

/** The whole view as a file, with every organisation unless one is chosen. */
export function filePath({ organisation, grade, audience }: PulseView, wave: string): string {
  const query = new URLSearchParams({ wave });
  for (const [name, value] of Object.entries({ organisation, grade, audience }))
    if (value) query.set(name, value);
  return `/api/pulse/results.csv?${query.toString()}`;
}

/** What answers one topic: of the audience chosen, else of both together. */
export function measureOf(topic: PulseTopic, audience: Audience | null): PulseMeasureId {
  const measures = pulseMeasures.filter((one) => one.topic === topic);
  return (measures.find((one) => one.audience === audience) ?? measures[0]!).id;
}

/** All that answers one topic: both together, then each apart; or the audience chosen alone. */
export function measuresOf(topic: PulseTopic, audience: Audience | null): PulseMeasureId[] {
  const measures = pulseMeasures.filter((one) => one.topic === topic);
  if (audience && measures.length > 1) return [measureOf(topic, audience)];
  return measures.map(({ id }) => id);
}
