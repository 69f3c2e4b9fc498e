import type { ParamMap, Params } from '@angular/router';
import type { Service } from '@headway/contract';
import {
  type Audience,
  type CalendarDate,
  type Quarter,
  type StageOrNone,
  audiences,
  londonDate,
  stagesOrNone,
} from '@headway/domain';
import type { Edits } from './edits';

/** What a person chose to look at: it lives in the address. */
export interface GridChoice {
  readonly q: string;
  readonly show: '' | 'unconfirmed' | 'changed';
  readonly stage: StageOrNone | '';
  readonly audience: Audience | '';
  readonly organisation: string;
}

export const everything: GridChoice = { q: '', show: '', stage: '', audience: '', organisation: '' };

/** Reads an address kindly: what it does not know is left out. */
export function choiceFrom(params: ParamMap): GridChoice {
  const among = <T extends string>(known: readonly T[], name: string) =>
    known.find((one) => one === params.get(name)) ?? '';
  return {
    q: (params.get('q') ?? '').slice(0, 200),
    show: among(['unconfirmed', 'changed'], 'show'),
    stage: among(stagesOrNone, 'stage'),
    audience: among(audiences, 'audience'),
    organisation: params.get('organisation') ?? '',
  };
}

/** For the address: null takes a parameter out. */
export function paramsOf(choice: GridChoice): Params {
  return Object.fromEntries(Object.entries(choice).map(([name, value]) => [name, value || null]));
}

/** The day of the last record or confirmation; null where there is none. */
export function confirmedOn({ lastRecordedAt }: Service): CalendarDate | null {
  return lastRecordedAt === null ? null : londonDate(new Date(lastRecordedAt));
}

export function isConfirmed(service: Service, { from }: Quarter): boolean {
  return (confirmedOn(service) ?? '') >= from;
}

/** Every word in the name or the reference, in any order. */
export function matches(service: Service, choice: GridChoice, edits: Edits, quarter: Quarter): boolean {
  const text = `${service.name} ${service.reference}`.toLowerCase();
  const words = choice.q.toLowerCase().split(/\s+/).filter(Boolean);
  return (
    words.every((word) => text.includes(word)) &&
    (choice.show !== 'unconfirmed' || !isConfirmed(service, quarter)) &&
    (choice.show !== 'changed' || service.reference in edits) &&
    (choice.stage === '' || service.stage === choice.stage) &&
    (choice.audience === '' || service.audience === choice.audience) &&
    (choice.organisation === '' || service.organisation.slug === choice.organisation)
  );
}
