import type { CalendarDate } from './calendar.js';
import { type DateBreak, dateBroken } from './date-range.js';
import { type Closure, closedOn } from './service.js';
import { type Stage, goesBack, mayBeUnderRedesign } from './stage.js';
import { inForceBefore } from './timeline.js';

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

export interface RuleBreak {
  readonly field: keyof Statement;
  readonly code:
    | DateBreak
    | 'in_the_future'
    | 'before_service_opened'
    | 'service_closed'
    | 'note_required'
    | 'redesign_not_under_way';
  readonly message: string;
}

export interface RuleContext {
  readonly today: CalendarDate;
  readonly opensOn: CalendarDate | null;
  readonly closures?: readonly Closure[];
  /** A correction puts a mistake right: it is never a step backwards, and has a reason of its own. */
  readonly correcting?: boolean;
}

/** Which rules of time a statement breaks: no slip, not in the future, not before the service opened, not while closed. */
export function datesBroken(
  effectiveOn: CalendarDate,
  { today, opensOn, closures = [] }: RuleContext,
): RuleBreak[] {
  const broken: RuleBreak[] = [];
  const say = (code: RuleBreak['code'], message: string) =>
    broken.push({ field: 'effectiveOn', code, message });
  const slip = dateBroken(effectiveOn, 'The date the service reached this stage');
  if (slip) {
    say(slip.code, slip.message);
    return broken;
  }
  if (effectiveOn > today)
    say('in_the_future', 'The date the service reached this stage must be today or in the past');
  if (opensOn !== null && effectiveOn < opensOn)
    say(
      'before_service_opened',
      'The date the service reached this stage must be the same as or after the date it opened',
    );
  if (closedOn(closures, effectiveOn))
    say('service_closed', 'The service was closed on this date. Reopen it, or give another date');
  return broken;
}

/**
 * Which rules a new statement breaks, given the service's records that count.
 * A step backwards is judged against the record in force before its day, as only the last of a day can be one.
 */
export function rulesBroken(
  statement: Statement,
  records: readonly StageRecord[],
  context: RuleContext,
): RuleBreak[] {
  const broken = datesBroken(statement.effectiveOn, context);
  const before = context.correcting ? null : inForceBefore(records, statement.effectiveOn);
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
