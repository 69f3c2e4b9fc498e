import { type CalendarDate, daysAfter, daysBetween } from './calendar.js';
import { quarterAfter, quarterBefore, quarterOn } from './quarter.js';
import type { Stage } from './stage.js';
import type { Office } from './office.js';
import type { Statement } from './stage-record.js';
import { type TargetDate, type TargetStage, movesLater, targetStages, targetStanding } from './target.js';
import {
  type KnownRecord,
  inForce,
  inTimelineOrder,
  lastOfEachDay,
  stageSince,
  timeline,
} from './timeline.js';

/** What asks for a look at a service, in the order in which they are shown. */
export const signals = [
  'stalled',
  'went_backwards',
  'slipped',
  'front_only',
  'check_claim',
  'no_data',
] as const;
export type Signal = (typeof signals)[number];

/** The signals that have a threshold, which oversight can set. */
export const thresholdSignals = ['stalled', 'went_backwards', 'slipped', 'no_data'] as const;
export type ThresholdSignal = (typeof thresholdSignals)[number];
export type Thresholds = Readonly<Record<ThresholdSignal, number>>;

/** What a threshold counts, what it is unless set, and how high it may be. */
export const thresholdRules: Readonly<
  Record<ThresholdSignal, { readonly unit: 'days' | 'times' | 'quarters'; default: number; most: number }>
> = {
  stalled: { unit: 'days', default: 365, most: 3650 },
  went_backwards: { unit: 'days', default: 365, most: 3650 },
  slipped: { unit: 'times', default: 2, most: 20 },
  no_data: { unit: 'quarters', default: 2, most: 20 },
};

/** The thresholds as they are where nobody has set any. */
export const defaultThresholds: Thresholds = {
  stalled: thresholdRules.stalled.default,
  went_backwards: thresholdRules.went_backwards.default,
  slipped: thresholdRules.slipped.default,
  no_data: thresholdRules.no_data.default,
};

/** What is wrong with a new threshold; null where nothing is. */
export function thresholdBroken(
  signal: ThresholdSignal,
  now: number,
  next: number,
): { code: 'out_of_range' | 'nothing_changed'; message: string } | null {
  const { unit, most } = thresholdRules[signal];
  if (!Number.isInteger(next) || next < 1 || next > most)
    return {
      code: 'out_of_range',
      message: `The number of ${unit} must be a whole number from 1 to ${most.toLocaleString('en-GB')}`,
    };
  if (next === now)
    return { code: 'nothing_changed', message: 'Enter another number, or leave the threshold as it is' };
  return null;
}

/** A date that was set for a target, with the day on which it was. */
export interface SetTarget extends TargetDate {
  readonly stage: TargetStage;
  readonly setOn: CalendarDate;
}

/** What is known of a service that counts: its records, none of them corrected by then, and its targets in order. */
export interface SignalFacts {
  readonly opensOn: CalendarDate | null;
  readonly records: readonly KnownRecord[];
  readonly targets: readonly SetTarget[];
  /** The last day for which somebody vouched for it; see `lastSaidOn`. */
  readonly saidOn: CalendarDate | null;
  /** When it last opened again, if it was ever closed: time in which it was closed counts for no signal. */
  readonly reopenedOn: CalendarDate | null;
}

/** A part of a service, with its stage. */
export interface OfficeAt {
  readonly office: Office;
  readonly stage: Stage;
}

/** A signal that holds, since when it has (`began`; null is since before records began), and what caused it. */
export type FoundSignal = { readonly began: CalendarDate | null } & (
  | { readonly signal: 'stalled'; readonly since: CalendarDate }
  | { readonly signal: 'went_backwards'; readonly from: Stage; readonly to: Stage }
  | {
      readonly signal: 'slipped';
      readonly target: TargetStage;
      readonly dueOn: CalendarDate;
      readonly passed: boolean;
      /** Every time it was moved later. */
      readonly moves: readonly {
        readonly from: CalendarDate;
        readonly to: CalendarDate;
        readonly setOn: CalendarDate;
      }[];
    }
  | { readonly signal: 'front_only'; readonly offices: readonly OfficeAt[] }
  | {
      readonly signal: 'check_claim';
      readonly offices: readonly OfficeAt[];
      readonly evidenceMissing: boolean;
    }
  | { readonly signal: 'no_data'; readonly last: CalendarDate | null }
);

/** Every signal that holds for a service on a date: `slipped` once for each target, any other at most once. */
export function signalsOf(facts: SignalFacts, on: CalendarDate, thresholds: Thresholds): FoundSignal[] {
  const records = lastOfEachDay(facts.records.filter(({ effectiveOn }) => effectiveOn <= on)).map(
    (record) => ({ ...record, correctedAt: null }),
  );
  const silent = noData(facts, on, thresholds.no_data);
  return [
    // Where nothing has been said for so long, nobody knows that nothing has moved.
    ...(silent ? [] : stalled(records, facts.reopenedOn, on, thresholds.stalled)),
    ...wentBackwards(records, on, thresholds.went_backwards),
    ...targetStages.flatMap((target) => slipped(target, { ...facts, records }, on, thresholds.slipped)),
    ...frontOnly(records, on),
    ...checkClaim(records, on),
    ...(silent ? [silent] : []),
  ];
}

/** In progress, with no move for that many days since it last opened again. */
function stalled(
  records: readonly KnownRecord[],
  reopenedOn: CalendarDate | null,
  on: CalendarDate,
  days: number,
): FoundSignal[] {
  const moved = stageSince(records);
  if (moved === null || inForce(records, on)!.stage !== 'in_progress') return [];
  const since = laterOf(moved, reopenedOn)!;
  return daysBetween(since, on) >= days ? [{ signal: 'stalled', began: daysAfter(since, days), since }] : [];
}

function laterOf(a: CalendarDate | null, b: CalendarDate | null): CalendarDate | null {
  return a === null || (b !== null && b > a) ? b : a;
}

/** The latest move to a lower stage, where it is among that many days, the date itself the last of them. */
function wentBackwards(records: readonly KnownRecord[], on: CalendarDate, days: number): FoundSignal[] {
  const back = timeline(records).find(({ kind }) => kind === 'went_backwards');
  if (!back || daysBetween(back.effectiveOn, on) >= days) return [];
  return [{ signal: 'went_backwards', began: back.effectiveOn, from: back.stageBefore!, to: back.stage }];
}

/** The target that stands, moved later so many times or passed; what is reached or given up has not slipped. */
function slipped(
  target: TargetStage,
  { records, targets }: SignalFacts,
  on: CalendarDate,
  times: number,
): FoundSignal[] {
  const dates = targets.filter(({ stage, setOn }) => stage === target && setOn <= on);
  const now = dates.at(-1);
  const stage = inForce(records, on)?.stage ?? 'not_recorded';
  const standing = now && targetStanding(now, stage, on);
  if (!standing || standing.is === 'given_up' || standing.is === 'reached') return [];
  const passed = standing.is === 'passed';
  const moves = movesLater(dates).map(({ from, to, set }) => ({ from, to, setOn: set.setOn }));
  const enough = moves[times - 1];
  if (!enough && !passed) return [];
  const dueOn = now!.dueOn!;
  // A date may be written down when it has passed already.
  const missed = [daysAfter(dueOn, 1), now!.setOn].toSorted().at(-1)!;
  return [{ signal: 'slipped', began: enough?.setOn ?? missed, target, dueOn, passed, moves }];
}

/** The offices behind the front that nothing has been done in, where the front is live or beyond. */
function officesNotStarted({ frontOffice, ...behind }: Statement): OfficeAt[] {
  const done = frontOffice === 'live' || frontOffice === 'redesigned';
  return done ? officesAt(behind, ['not_started']) : [];
}

function frontOnly(records: readonly KnownRecord[], on: CalendarDate): FoundSignal[] {
  const holds = (record: Statement) => officesNotStarted(record).length > 0;
  const now = inForce(records, on);
  if (!now || !holds(now)) return [];
  return [{ signal: 'front_only', began: heldSince(records, holds), offices: officesNotStarted(now) }];
}

/** The offices that do not bear out a redesign, and whether there is nothing to look at. */
function doubts({ stage, evidenceUrl, ...offices }: Statement) {
  return {
    offices: stage === 'redesigned' ? officesAt(offices, ['not_started', 'in_progress']) : [],
    evidenceMissing: (stage === 'live' || stage === 'redesigned') && evidenceUrl === null,
  };
}

function checkClaim(records: readonly KnownRecord[], on: CalendarDate): FoundSignal[] {
  const holds = (record: Statement) => {
    const { offices, evidenceMissing } = doubts(record);
    return offices.length > 0 || evidenceMissing;
  };
  const now = inForce(records, on);
  if (!now || !holds(now)) return [];
  return [{ signal: 'check_claim', began: heldSince(records, holds), ...doubts(now) }];
}

/** Neither recorded nor confirmed for that many quarters, all of them ended, and all of them in the service's life. */
function noData(
  { opensOn, saidOn: last, reopenedOn }: SignalFacts,
  on: CalendarDate,
  quarters: number,
): FoundSignal | null {
  const silentFrom = laterOf(last === null ? opensOn : daysAfter(last, 1), reopenedOn);
  let first = quarterOn(on);
  for (let n = 0; n < quarters; n++) first = quarterBefore(first);
  if (silentFrom !== null && silentFrom > first.from) return null;
  return { signal: 'no_data', began: silentFrom && afterQuarters(silentFrom, quarters), last };
}

/** The day after that many whole quarters from a day on. */
function afterQuarters(from: CalendarDate, quarters: number): CalendarDate {
  let quarter = quarterOn(from);
  if (quarter.from !== from) quarter = quarterAfter(quarter);
  for (let n = 0; n < quarters; n++) quarter = quarterAfter(quarter);
  return quarter.from;
}

type Behind = Pick<Statement, 'middleOffice' | 'backOffice'>;

function officesAt(said: Behind, at: readonly Stage[]): OfficeAt[] {
  return (['middleOffice', 'backOffice'] as const).flatMap((office) => {
    const stage = said[office];
    return stage !== null && at.includes(stage) ? [{ office, stage }] : [];
  });
}

/** The first day of the unbroken run of records, up to the last, of which something holds. */
function heldSince(records: readonly KnownRecord[], holds: (record: Statement) => boolean): CalendarDate {
  const newestFirst = records.toSorted(inTimelineOrder).reverse();
  const run = newestFirst.findIndex((record) => !holds(record));
  return newestFirst.at(run === -1 ? -1 : run - 1)!.effectiveOn;
}
