import type { CalendarDate } from './calendar.js';
import type { StageRecord, Statement } from './stage-record.js';
import { type Stage, goesBack } from './stage.js';

/**
 * What a record or a confirmation is among the others. A record is `restated` where it says what was in force just
 * before it, as after back-dating. One that is `corrected`, or a confirmation withdrawn, no longer counts.
 */
export const recordKinds = [
  'first',
  'move',
  'went_backwards',
  'confirmation',
  'detail',
  'restated',
  'correction',
  'corrected',
] as const;
export type RecordKind = (typeof recordKinds)[number];

/** A record with when it was written, when it was found wrong, if it was, and whether it replaces another. */
export interface KnownRecord extends StageRecord {
  readonly id: string;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly correctedAt: string | null;
  readonly replaces: string | null;
}

/** On one date, the record written last is in force. */
export function inTimelineOrder(a: StageRecord, b: StageRecord): number {
  return a.effectiveOn < b.effectiveOn ? -1 : a.effectiveOn > b.effectiveOn ? 1 : a.sequence - b.sequence;
}

/** The records that counted as far as was known at an instant (ISO, UTC): written by then and not yet corrected. */
export function asKnownAt<R extends Pick<KnownRecord, 'recordedAt' | 'correctedAt'>>(
  records: readonly R[],
  instant: string | null,
): R[] {
  return records.filter(({ recordedAt, correctedAt }) =>
    instant === null
      ? correctedAt === null
      : recordedAt <= instant && (correctedAt === null || correctedAt > instant),
  );
}

/** The record in force on a date, or null where nothing is recorded by then. */
export function inForce<R extends StageRecord>(records: readonly R[], on: CalendarDate): R | null {
  return (
    records
      .filter((record) => record.effectiveOn <= on)
      .toSorted(inTimelineOrder)
      .at(-1) ?? null
  );
}

/**
 * What a statement comes to, worked out from the record in force just before it and never stored: back-dating
 * re-reads the timeline. One that says nothing new is a confirmation; evidence that is left out is not taken away.
 */
export function kindOf(record: Statement, before: Statement | null): RecordKind {
  if (before === null) return 'first';
  if (record.stage !== before.stage) return goesBack(before.stage, record.stage) ? 'went_backwards' : 'move';
  const same =
    record.redesignUnderWay === before.redesignUnderWay &&
    record.frontOffice === before.frontOffice &&
    record.middleOffice === before.middleOffice &&
    record.backOffice === before.backOffice &&
    (record.evidenceUrl === null || record.evidenceUrl === before.evidenceUrl);
  return same ? 'confirmation' : 'detail';
}

/** A record in its history: what it is, and the stage in force just before it, where there was one. */
export type InTimeline<R> = R & { kind: RecordKind; stageBefore: Stage | null };

/** Every record with its kind, newest first; those corrected stand where they stood and move nothing. */
export function timeline<R extends KnownRecord>(records: readonly R[]): InTimeline<R>[] {
  let before: R | null = null;
  return records
    .toSorted(inTimelineOrder)
    .map((record) => {
      const entry = { ...record, kind: kindAmong(record, before), stageBefore: before?.stage ?? null };
      if (record.correctedAt === null) before = record;
      return entry;
    })
    .reverse();
}

/** A correction is never a move and never a step backwards. */
function kindAmong(record: KnownRecord, before: Statement | null): RecordKind {
  if (record.correctedAt !== null) return 'corrected';
  if (record.replaces !== null) return 'correction';
  const kind = kindOf(record, before);
  return kind === 'confirmation' ? 'restated' : kind;
}

/** Since when the stage in force has been so: the first record of its unbroken run. */
export function stageSince(records: readonly StageRecord[]): CalendarDate | null {
  const newestFirst = records.toSorted(inTimelineOrder).reverse();
  const run = newestFirst.findIndex((record) => record.stage !== newestFirst[0]!.stage);
  return newestFirst.at(run === -1 ? -1 : run - 1)?.effectiveOn ?? null;
}
