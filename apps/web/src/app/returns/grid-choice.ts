import type { ParamMap, Params } from '@angular/router';
import type { Service } from '@headway/contract';
import { type Audience, type Quarter, type StageOrNone, audiences, stagesOrNone } from '@headway/domain';
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

/** As in the return: what was said counts for the quarter of the day that it is of, whenever it was recorded. */
export function isConfirmed({ lastEffectiveOn: day }: Service, { from, to }: Quarter): boolean {
  return day !== null && day >= from && day <= to;
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
