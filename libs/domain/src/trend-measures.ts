import type { Covered } from './counts.js';
import type { AllCounts, Narrowing } from './figures.js';
import { onlineLabels, onlineStates, redesignLabels, redesignStates } from './measures.js';
import { percent } from './sentences.js';
import type { Audience } from './service.js';
import type { Office } from './office.js';
import { stageLabels, stages } from './stage.js';
import { capitalised } from './text.js';

/** What a trend can be of: stages of all services or some, whether they are online, how far redesign has got. */
export const trendMeasures = [
  'stage',
  'external',
  'internal',
  'online',
  'redesign',
  'frontOffice',
  'middleOffice',
  'backOffice',
] as const;
export type TrendMeasure = (typeof trendMeasures)[number];

export interface Measure {
  readonly label: string;
  /** "the share that is live or beyond" */
  readonly shareWords: string;
  readonly shareHeading: string;
  readonly counts: (counted: AllCounts) => Covered & Readonly<Record<string, number>>;
  /** From nothing done to all done. */
  readonly states: readonly { readonly key: string; readonly label: string; readonly narrowing: Narrowing }[];
  /** The states whose share the sentence and the table give. */
  readonly done: readonly string[];
  /** Of all that is counted, and of what nothing is recorded of. */
  readonly narrowing: Narrowing;
  readonly none: Narrowing;
}

export const measures: Readonly<Record<TrendMeasure, Measure>> = {
  stage: byStage('All services by stage', ({ total }) => total, {}),
  external: ofAudience('external', 'External services by stage'),
  internal: ofAudience('internal', 'Internal services by stage'),
  online: {
    label: 'Services online',
    shareWords: 'the share that users can complete online',
    shareHeading: 'Share live or beyond',
    counts: ({ online }) => ({ ...online }),
    states: onlineStates.map((key) => ({
      ...{ key, label: onlineLabels[key] },
      narrowing: { stage: key === 'live' ? ['live', 'redesigned'] : [key] },
    })),
    done: ['live'],
    narrowing: {},
    none: { stage: ['not_recorded'] },
  },
  redesign: {
    label: 'Redesign of services',
    shareWords: 'the share that is redesigned',
    shareHeading: 'Share complete',
    counts: ({ redesign }) => ({ ...redesign }),
    states: redesignStates.map((key) => ({
      ...{ key, label: redesignLabels[key] },
      narrowing: { redesign: [key] },
    })),
    done: ['complete'],
    narrowing: {},
    none: { stage: ['not_recorded'] },
  },
  frontOffice: ofOffice('frontOffice', 'front office'),
  middleOffice: ofOffice('middleOffice', 'middle office'),
  backOffice: ofOffice('backOffice', 'back office'),
};

function byStage(
  label: string,
  counts: Measure['counts'],
  narrowing: Narrowing,
  { of = '', stageOf = 'stage' }: { of?: string; stageOf?: 'stage' | Office } = {},
): Measure {
  return {
    ...{ label, counts, narrowing },
    shareWords: `the share ${of || 'that is live or beyond'}`,
    shareHeading: 'Live or beyond',
    states: stages.map((key) => ({ key, label: stageLabels[key], narrowing: { [stageOf]: [key] } })),
    done: ['live', 'redesigned'],
    none: { [stageOf]: ['not_recorded'] },
  };
}

function ofAudience(audience: Audience, label: string): Measure {
  const of = `of ${audience} services that is live or beyond`;
  return byStage(label, ({ byAudience }) => byAudience[audience], { audience }, { of });
}

function ofOffice(office: Office, words: string): Measure {
  const label = `${capitalised(words)} by stage`;
  const of = `whose ${words} is live or beyond`;
  return byStage(label, ({ offices }) => offices[office], {}, { of, stageOf: office });
}

/** Services counted, each state, those not recorded and the share that is done, with what is behind each figure. */
export function measureFigures(measure: TrendMeasure, counted: AllCounts, day: Pick<Narrowing, 'on'> = {}) {
  const chosen = measures[measure];
  const counts = chosen.counts(counted);
  const done = chosen.states.filter(({ key }) => chosen.done.includes(key));
  const of = (narrowing: Narrowing): Narrowing => ({ ...chosen.narrowing, ...narrowing, ...day });
  return {
    figures: [
      { value: counts.services, narrowing: of({}) },
      ...chosen.states.map(({ key, narrowing }) => ({ value: counts[key]!, narrowing: of(narrowing) })),
      { value: counts.not_recorded, narrowing: of(chosen.none) },
    ],
    share: {
      value: percent(doneOf(chosen, counts), counts),
      narrowing: of(anyOf(done.map(({ narrowing }) => narrowing))),
    },
  };
}

export function doneOf({ done }: Measure, counts: Covered & Readonly<Record<string, number>>): number {
  return done.reduce((sum, key) => sum + counts[key]!, 0);
}

/** Any of several states of one measure, each narrowed by the same name. */
function anyOf(all: readonly Narrowing[]): Narrowing {
  const lists: Record<string, unknown[]> = {};
  for (const one of all)
    for (const [name, values] of Object.entries(one)) lists[name] = [...(lists[name] ?? []), ...values];
  return lists;
}
