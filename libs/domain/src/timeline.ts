import { type CalendarDate, daysAfter } from './calendar.js';
import type { StageRecord, Statement } from './stage-record.js';
import { type Stage, goesBack } from './stage.js';

/**
 * What a record or a confirmation is among the others. A record is `restated` where it says what was in force just
 * before it, as after back-dating, and `superseded` where a later one of the same day took its place: of one day only
 * the last can be a move. One that is `corrected`, or a confirmation withdrawn, no longer counts.
 */
export const recordKinds = [
  'first',
  'move',
  'went_backwards',
  'confirmation',
  'detail',
  'restated',
  'superseded',
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

/** The last record of each day, oldest first: what the days before and after it are held against. */
export function lastOfEachDay<R extends StageRecord>(records: readonly R[]): R[] {
  const inOrder = records.toSorted(inTimelineOrder);
  return inOrder.filter(({ effectiveOn }, n) => inOrder[n + 1]?.effectiveOn !== effectiveOn);
}

/** The record in force at the end of the day before, which a record of this day moves from; null where there is none. */
export function inForceBefore<R extends StageRecord>(records: readonly R[], on: CalendarDate): R | null {
  return inForce(records, daysAfter(on, -1));
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

/** Whether two statements say the same; evidence that the first leaves out is not taken away. */
export function saysTheSame(a: Statement, b: Statement): boolean {
  return kindOf({ ...a, evidenceUrl: null }, b) === 'confirmation';
}

/** A record in its history: what it is, and the stage in force just before it, where there was one. */
export type InTimeline<R> = R & { kind: RecordKind; stageBefore: Stage | null };

/** Every record with its kind, newest first; those corrected stand where they stood and move nothing. */
export function timeline<R extends KnownRecord>(records: readonly R[]): InTimeline<R>[] {
  const days = lastOfEachDay(asKnownAt(records, null));
  let before: R | null = null;
  let next = 0;
  return records
    .toSorted(inTimelineOrder)
    .map((record) => {
      while (next < days.length && days[next]!.effectiveOn < record.effectiveOn) before = days[next++]!;
      const superseded = record.correctedAt === null && record.id !== days[next]?.id;
      const kind = superseded && record.replaces === null ? 'superseded' : kindAmong(record, before);
      return { ...record, kind, stageBefore: before?.stage ?? null };
    })
    .reverse();
}

/** A correction is never a move and never a step backwards. */
function kindAmong(record: KnownRecord, before: Statement | null): RecordKind {
  if (record.correctedAt !== null) return 'corrected';
  if (record.replaces !== null) return 'correction';
  return newKindOf(record, before);
}

/** What a record will be that is written now, given the one in force before its day. */
export function newKindOf(record: Statement, before: Statement | null): RecordKind {
  const kind = kindOf(record, before);
  return kind === 'confirmation' ? 'restated' : kind;
}

/** Since when the stage in force has been so: the first record of its unbroken run. */
export function stageSince(records: readonly StageRecord[]): CalendarDate | null {
  const newestFirst = lastOfEachDay(records).reverse();
  const run = newestFirst.findIndex((record) => record.stage !== newestFirst[0]!.stage);
  return newestFirst.at(run === -1 ? -1 : run - 1)?.effectiveOn ?? null;
}
