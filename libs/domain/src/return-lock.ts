import type { BarrierDates } from './barrier-dates.js';
import type { CalendarDate } from './calendar.js';
import { quarterName, quarterOf } from './quarter.js';
import { lockedWords } from './quarter-cycle.js';
import { type ReturnState, returnStateLabels } from './return.js';

/** A return that is submitted or signed off in an open quarter: what counts on the days of its quarter is locked. */
export interface ReturnLock {
  /** Id of the quarter. */
  readonly quarter: string;
  /** Whose return it is, by name; it covers the organisations below too. */
  readonly organisation: string;
  readonly state: ReturnState;
  /** First and last of the days that it locks. */
  readonly from: CalendarDate;
  readonly upTo: CalendarDate;
  /**
   * Up to which day an earlier quarter asks for a change of this service: what is changed from such a day on is not
   * refused, and the return is sent back where its figures change. Null where none asks.
   */
  readonly askedUpTo: CalendarDate | null;
}

/**
 * What happens to a fact that a pack prints once the return is submitted: a change of it is `refused`, or it is
 * allowed and the pack prints it `as_signed`, that is as it was known when the return was last submitted. Refused is
 * what counts on days of the quarter; as signed is what is only ever true of today.
 */
export type LockRule = 'refused' | 'as_signed';

/** By table and column of the pack. The other tables are made of these. */
export const lockRules = {
  services: {
    reference: 'as_signed',
    service: 'as_signed',
    /** Who owns it is refused, what the owner is called is as signed. */
    organisation: 'refused',
    audience: 'refused',
    stage: 'refused',
    since: 'refused',
    redesign: 'refused',
    front_office: 'refused',
    middle_office: 'refused',
    back_office: 'refused',
    live_by: 'as_signed',
    redesigned_by: 'as_signed',
    transactions: 'as_signed',
    owner: 'as_signed',
    address: 'as_signed',
    evidence: 'refused',
  },
  targets: {
    reference: 'as_signed',
    service: 'as_signed',
    organisation: 'refused',
    target: 'as_signed',
    first_date: 'as_signed',
    present_date: 'as_signed',
    slippage: 'as_signed',
    standing: 'as_signed',
  },
  barriers: {
    organisation: 'as_signed',
    reference: 'as_signed',
    service: 'as_signed',
    category: 'as_signed',
    barrier: 'as_signed',
    next_action: 'as_signed',
    next_action_owner: 'as_signed',
    /** From when until when it holds something back. */
    raised_on: 'refused',
  },
  confidence: {
    organisation: 'as_signed',
    confidence: 'refused',
    before: 'refused',
    before_quarter: 'refused',
    fell: 'refused',
    summary: 'refused',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, LockRule>>>>;

/**
 * The lock that a change meets which counts from one day on, and where given only until the day before another
 * (the next record); null where it meets none.
 */
export function lockOn(
  locks: readonly ReturnLock[],
  from: CalendarDate,
  until: CalendarDate | null = null,
): ReturnLock | null {
  if (until !== null && until <= from) return null;
  return meeting(locks, from, until).find((lock) => !givesWay(lock, from)) ?? null;
}

/** The return that is sent back by such a change, as an earlier quarter asks for it; null where none is. */
export function sentBackBy(
  locks: readonly ReturnLock[],
  from: CalendarDate,
  until: CalendarDate | null = null,
): ReturnLock | null {
  return meeting(locks, from, until).find((lock) => givesWay(lock, from)) ?? null;
}

function meeting(locks: readonly ReturnLock[], from: CalendarDate, until: CalendarDate | null): ReturnLock[] {
  return locks.filter((lock) => from <= lock.upTo && (until === null || until > lock.from));
}

const givesWay = ({ askedUpTo }: ReturnLock, from: CalendarDate) => askedUpTo !== null && from <= askedUpTo;

/**
 * The lock that a change of when a barrier holds something back meets: on some day up to the end of the quarter it
 * would hold, and did not, or the other way round. `before` is null where it is raised.
 */
export function barrierLock(
  locks: readonly ReturnLock[],
  before: BarrierDates | null,
  after: BarrierDates,
): ReturnLock | null {
  const held = (dates: BarrierDates | null, { from, upTo }: ReturnLock): string => {
    if (!dates || dates.raisedOn > upTo || dates.raisedOn === dates.resolvedOn) return '';
    if (dates.resolvedOn !== null && dates.resolvedOn <= from) return '';
    const until = dates.resolvedOn !== null && dates.resolvedOn <= upTo ? dates.resolvedOn : '';
    return `${dates.raisedOn > from ? dates.raisedOn : from} ${until}`;
  };
  return (
    locks.find((lock) => held(before, lock) !== held(after, lock) && !givesWay(lock, after.raisedOn)) ?? null
  );
}

/** Why a change is refused, and who can reopen the return. */
export function lockWords(lock: ReturnLock): string {
  return lockedWords({ ...lock, quarter: quarterOf(lock.quarter)! });
}

/** What becomes of a submitted return where an earlier quarter asks for the change. */
export function sentBackWords({ quarter, organisation, state }: ReturnLock): string {
  return (
    `The return of ${organisation} for ${quarterName(quarter)} is ${returnStateLabels[state].toLowerCase()}. ` +
    'If this changes what it says, it is sent back to be checked and submitted again.'
  );
}

/** What becomes of a change that the lock does not refuse. */
export function asSignedWords({ quarter, organisation, state }: ReturnLock): string {
  const name = quarterName(quarter);
  return (
    `The return of ${organisation} for ${name} is ${returnStateLabels[state].toLowerCase()}. ` +
    `What you change here shows everywhere from now on, but the review of ${name} keeps what was submitted.`
  );
}
