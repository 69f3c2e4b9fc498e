import type { CalendarDate } from './calendar.js';
import { type Stage, goesBack, mayBeUnderRedesign } from './stage.js';

/** What a lead says about a service: what is true, from when. */
export interface Statement {
  readonly stage: Stage;
  readonly redesignUnderWay: boolean;
  readonly frontOffice: Stage | null;
  readonly middleOffice: Stage | null;
  readonly backOffice: Stage | null;
  readonly effectiveOn: CalendarDate;
  readonly note: string | null;
  readonly evidenceUrl: string | null;
}

/** A statement written down. `sequence` rises with every record written; facts are never edited. */
export interface StageRecord extends Statement {
  readonly sequence: number;
}

export type RecordKind = 'first' | 'move' | 'went_backwards' | 'confirmation' | 'detail';

/** On one date, the record written last is in force. */
export function inTimelineOrder(a: StageRecord, b: StageRecord): number {
  return a.effectiveOn < b.effectiveOn ? -1 : a.effectiveOn > b.effectiveOn ? 1 : a.sequence - b.sequence;
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
 * What a record is, worked out from the one in force just before it and never stored:
 * back-dating re-reads the timeline.
 */
export function kindOf(record: Statement, before: Statement | null): RecordKind {
  if (before === null) return 'first';
  if (record.stage !== before.stage) return goesBack(before.stage, record.stage) ? 'went_backwards' : 'move';
  const same =
    record.redesignUnderWay === before.redesignUnderWay &&
    record.frontOffice === before.frontOffice &&
    record.middleOffice === before.middleOffice &&
    record.backOffice === before.backOffice;
  return same ? 'confirmation' : 'detail';
}

/** Every record with its kind, newest first. */
export function timeline<R extends StageRecord>(records: readonly R[]): (R & { kind: RecordKind })[] {
  const ordered = records.toSorted(inTimelineOrder);
  return ordered
    .map((record, index) => ({ ...record, kind: kindOf(record, ordered[index - 1] ?? null) }))
    .reverse();
}

/** Since when the stage in force has been so: the first record of its unbroken run. */
export function stageSince(records: readonly StageRecord[]): CalendarDate | null {
  const newestFirst = records.toSorted(inTimelineOrder).reverse();
  const run = newestFirst.findIndex((record) => record.stage !== newestFirst[0]!.stage);
  return newestFirst.at(run === -1 ? -1 : run - 1)?.effectiveOn ?? null;
}

export interface RuleBreak {
  readonly field: keyof Statement;
  readonly code: 'in_the_future' | 'before_service_opened' | 'note_required' | 'redesign_not_under_way';
  readonly message: string;
}

/**
 * Which rules a new statement breaks, given the service's records.
 * A step backwards is judged against the record in force just before it on its own date.
 */
export function rulesBroken(
  statement: Statement,
  records: readonly StageRecord[],
  { today, opensOn }: { today: CalendarDate; opensOn: CalendarDate | null },
): RuleBreak[] {
  const broken: RuleBreak[] = [];
  if (statement.effectiveOn > today)
    broken.push({
      field: 'effectiveOn',
      code: 'in_the_future',
      message: 'The date the service reached this stage must be today or in the past',
    });
  if (opensOn !== null && statement.effectiveOn < opensOn)
    broken.push({
      field: 'effectiveOn',
      code: 'before_service_opened',
      message: 'The date the service reached this stage must be the same as or after the date it opened',
    });
  const before = inForce(records, statement.effectiveOn);
  if (before && goesBack(before.stage, statement.stage) && !statement.note)
    broken.push({
      field: 'note',
      code: 'note_required',
      message: 'Enter a reason why the service went back',
    });
  if (statement.redesignUnderWay && !mayBeUnderRedesign(statement.stage))
    broken.push({
      field: 'redesignUnderWay',
      code: 'redesign_not_under_way',
      message: 'Redesign can only be under way while the service is in progress or live',
    });
  return broken;
}
