import { type CalendarDate, formatDate, yearsBefore } from './calendar.js';
import { type Quarter, quarterBefore, quarterName, quarterOn } from './quarter.js';
import { type ReturnCounts, type ReturnState, returnStateLabels } from './return.js';
import { countOf } from './text.js';
import { workingDaysAfter } from './working-days.js';

/** A quarter is planned until it is opened for returns, and closed when its figures are frozen. */
export const quarterStates = ['planned', 'open', 'closed'] as const;
export type QuarterState = (typeof quarterStates)[number];

export const quarterStateLabels: Readonly<Record<QuarterState, string>> = {
  planned: 'Planned',
  open: 'Open',
  closed: 'Closed',
};

/** Returns are due this many working days after the quarter ends, unless oversight says otherwise. */
export const usualWorkingDays = 20;

export function usualDueDate(quarter: Quarter): CalendarDate {
  return workingDaysAfter(quarter.to, usualWorkingDays);
}

interface Broken {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

/**
 * Only quarters from the one before the first record on can be opened, or from the one before today's where nothing is
 * recorded; null where this one can.
 */
export function openedTooEarly(
  quarter: Quarter,
  firstRecordOn: CalendarDate | null,
  today: CalendarDate,
): string | null {
  const earliest = quarterBefore(quarterOn(firstRecordOn ?? today));
  if (quarter.from >= earliest.from) return null;
  return `Nothing was recorded as early as that. The earliest quarter that can be opened is ${quarterName(earliest.id)}`;
}

/** A quarter opens once it has begun, with a date that returns can be due on. */
export function openingBroken(quarter: Quarter, dueOn: CalendarDate, today: CalendarDate): Broken | null {
  if (quarter.from > today)
    return {
      field: 'dueOn',
      code: 'not_begun',
      message: `The quarter begins on ${formatDate(quarter.from)}, and can be opened then`,
    };
  return dueDateBroken(quarter, dueOn, today);
}

/**
 * Returns are due from today on and within a year of the quarter's end: by a year typed wrong, nobody would ever be
 * reminded or late. Once that year is over, today is left.
 */
export function dueDateBroken(quarter: Quarter, dueOn: CalendarDate, today: CalendarDate): Broken | null {
  if (dueOn < today)
    return { field: 'dueOn', code: 'in_the_past', message: 'The due date must be today or in the future' };
  const yearAfter = yearsBefore(quarter.to, -1);
  const latest = yearAfter > today ? yearAfter : today;
  if (dueOn > latest)
    return {
      field: 'dueOn',
      code: 'too_late',
      message: `The due date must be the same as or before ${formatDate(latest)}`,
    };
  return null;
}

/** Its last day must be over, as its figures are those of that day; and what is unfinished must be meant to be. */
export function closingBroken(
  quarter: Quarter,
  counts: ReturnCounts,
  withUnfinished: boolean,
  today: CalendarDate,
): Broken | null {
  if (quarter.to >= today)
    return {
      field: '',
      code: 'not_over',
      message: `The quarter ends on ${formatDate(quarter.to)}, and can be closed the day after`,
    };
  const unfinished = counts.expected - counts.signed_off - counts.excused;
  if (unfinished > 0 && !withUnfinished)
    return {
      field: 'withUnfinished',
      code: 'unfinished_returns',
      message: `${countOf(unfinished, 'return is', 'returns are')} neither signed off nor excused. Confirm that the quarter closes without`,
    };
  return null;
}

/** One opened by mistake is taken back while nobody has answered: nothing that anybody said is lost by it. */
export function takingBackBroken(answered: number, closedBefore: boolean): string | null {
  if (closedBefore) return 'The quarter was closed before, so it can no longer be taken back';
  if (answered === 0) return null;
  return `${countOf(answered, 'organisation has', 'organisations have')} worked on a return already, so the quarter can no longer be taken back`;
}

/** Whoever closed a quarter does not also re-open it. */
export function mayReopen(person: string, closedBy: string | null): boolean {
  return person !== closedBy;
}

/** Why a record cannot be changed while a return holds it, and who can undo that. */
export function lockedWords(lock: {
  readonly quarter: Quarter;
  readonly organisation: string;
  readonly state: ReturnState;
}): string {
  const { quarter, organisation, state } = lock;
  return (
    `The return of ${organisation} for ${quarterName(quarter.id)} is ${returnStateLabels[state].toLowerCase()}, ` +
    `so what counts up to ${formatDate(quarter.to)} is locked. ` +
    'An approver of the organisation or central oversight can reopen it by requesting changes.'
  );
}
