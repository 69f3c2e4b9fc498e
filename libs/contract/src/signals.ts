import {
  barrierCategories,
  confidences,
  offices,
  stages,
  stagesOrNone,
  targetStages,
  thresholdRules,
  thresholdSignals,
} from '@headway/domain';
import * as z from 'zod';
import { key, listOf, paging } from './lists.js';
import { OrganisationName } from './organisations.js';
import { serviceFilters } from './services.js';
import { moment, neededText } from './text.js';

const count = z.number().int();
const day = z.string();
const stage = z.enum(stages);

const { closed: _, signal, on, boundaries, asKnownAt, ...narrowing } = serviceFilters;

/** Services counted by what they show; `any` is those with at least one signal, each once. */
export const SignalCounts = z.object({
  services: count,
  any: count,
  stalled: count,
  went_backwards: count,
  slipped: count,
  front_only: count,
  check_claim: count,
  no_data: count,
});
export type SignalCounts = z.infer<typeof SignalCounts>;

export const SignalsQuery = z.strictObject({ on, ...narrowing, boundaries, asKnownAt });
export type SignalsQuery = z.infer<typeof SignalsQuery>;

const thresholds = z
  .object({ stalled: count, went_backwards: count, slipped: count, no_data: count })
  .describe('in force, or as they were known');

const said = z.object({ quarter: z.string(), confidence: z.enum(confidences), submittedOn: day });

/** An organisation that was less confident in its last return than in the one before it. */
export const FallingConfidence = z.object({ organisation: OrganisationName, now: said, before: said });
export type FallingConfidence = z.infer<typeof FallingConfidence>;

export const Signals = z.object({
  on: day,
  boundaries: z.enum(['then', 'today']),
  thresholds,
  total: SignalCounts,
  byOrganisation: z
    .array(
      z.object({
        organisation: OrganisationName.extend({ parent: z.string().nullable().describe('slug') }),
        counts: SignalCounts,
      }),
    )
    .describe(
      "by name; an organisation's counts include those below it, so add up only those without parent",
    ),
  confidenceFalling: z
    .array(FallingConfidence)
    .describe('a signal of organisations, not of services; by name'),
});
export type Signals = z.infer<typeof Signals>;

const officesAt = z.array(z.object({ office: z.enum(offices), stage }));
const began = day.nullable().describe('since when it holds; null where it is since before records began');

/** A signal that holds, with the dates that caused it. */
export const FoundSignal = z.discriminatedUnion('signal', [
  z.object({ signal: z.literal('stalled'), began, since: day.describe('in progress since then') }),
  z.object({ signal: z.literal('went_backwards'), began, from: stage, to: stage }),
  z
    .object({
      signal: z.literal('slipped'),
      began,
      target: z.enum(targetStages),
      dueOn: day,
      passed: z.boolean(),
      moves: z.array(z.object({ from: day, to: day, setOn: day })).describe('each time it was moved later'),
    })
    .describe('once for each target'),
  z.object({ signal: z.literal('front_only'), began, offices: officesAt.describe('not started') }),
  z.object({
    signal: z.literal('check_claim'),
    began,
    offices: officesAt.describe('below live, where the service is redesigned'),
    evidenceMissing: z.boolean(),
  }),
  z.object({
    signal: z.literal('no_data'),
    began,
    last: day.nullable().describe('when it was last recorded or confirmed'),
  }),
]);
export type FoundSignal = z.infer<typeof FoundSignal>;

/** A service with what it shows, whose it is, and what has held it back the longest. */
export const SignalledService = z.object({
  id: z.uuid(),
  reference: z.string(),
  name: z.string(),
  organisation: OrganisationName,
  owner: z.string().nullable().describe('senior responsible owner'),
  stage: z.enum(stagesOrNone),
  signals: z.array(FoundSignal),
  barrier: z
    .object({
      category: z.enum(barrierCategories),
      description: z.string(),
      nextAction: z.string().nullable(),
      nextActionOwner: z.string().nullable(),
      raisedOn: day,
    })
    .nullable()
    .describe('the oldest that holds it back on the date'),
  barriers: count.describe('that hold it back on the date'),
});
export type SignalledService = z.infer<typeof SignalledService>;

export const SignalledServices = listOf(SignalledService);

export const SignalledServicesQuery = z.strictObject({
  ...paging,
  ...SignalsQuery.shape,
  signal: signal.describe('those with any of these; with any at all unless given'),
  reference: key.optional().describe('only the service of this reference'),
});
export type SignalledServicesQuery = z.infer<typeof SignalledServicesQuery>;

/** What a feed is narrowed to; it is always of today. */
export const SignalsFeedQuery = z.strictObject({ ...narrowing, signal });
export type SignalsFeedQuery = z.infer<typeof SignalsFeedQuery>;

export const thresholdSignal = z.enum(thresholdSignals);

/** What a signal's threshold is, and every value that was set, newest first. */
export const Threshold = z.object({
  signal: thresholdSignal,
  unit: z.enum(['days', 'times', 'quarters']),
  value: count,
  default: count.describe('what it is unless set'),
  most: count.describe('how high it may be set'),
  history: z.array(
    z.object({
      value: count,
      reason: z.string(),
      setAt: z.string(),
      setBy: z.string().describe('name of the person'),
    }),
  ),
  version: count,
});
export type Threshold = z.infer<typeof Threshold>;

export const ThresholdList = z.object({ items: z.array(Threshold) });
export type ThresholdList = z.infer<typeof ThresholdList>;

export const ThresholdsQuery = z.strictObject({ asKnownAt: moment('asKnownAt').optional() });
export type ThresholdsQuery = z.infer<typeof ThresholdsQuery>;

const highest = Math.max(...Object.values(thresholdRules).map(({ most }) => most));

export const ThresholdChange = z.strictObject({
  value: z
    .number({ error: 'The threshold must be a whole number' })
    .int('The threshold must be a whole number')
    .min(1, 'The threshold must be 1 or more')
    .max(highest, `The threshold must be ${highest.toLocaleString('en-GB')} or fewer`),
  reason: neededText('Reason', 2000, 'Enter a reason why the threshold changes'),
});
export type ThresholdChange = z.infer<typeof ThresholdChange>;
