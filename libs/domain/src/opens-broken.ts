import { type CalendarDate, formatDate } from './calendar.js';
import { type DateBreak, dateBroken } from './date-range.js';

/** The first day of each thing that is known of a service; null where there is none. */
export interface FirstDays {
  readonly record: CalendarDate | null;
  readonly closing: CalendarDate | null;
  readonly target: CalendarDate | null;
  readonly barrier: CalendarDate | null;
  /** Another service that became part of it. */
  readonly merged: CalendarDate | null;
}

export type OpensBreak = DateBreak | 'opens_after_first_record' | 'opens_after_it_is_told_of';

const told: readonly (readonly [keyof FirstDays, string])[] = [
  ['record', 'its first record'],
  ['closing', 'the date it closed'],
  ['target', 'the date of its target'],
  ['barrier', 'the date its first barrier was raised'],
  ['merged', 'the date another service became part of it'],
];

/** Nothing is told of a service before it opened, so it opened no later than the first of all that is. */
export function opensBroken(
  opensOn: CalendarDate | null,
  first: FirstDays,
): { readonly code: OpensBreak; readonly message: string } | null {
  if (opensOn === null) return null;
  const slip = dateBroken(opensOn, 'The date the service opened');
  if (slip) return slip;
  for (const [what, words] of told) {
    const day = first[what];
    if (day !== null && opensOn > day)
      return {
        code: what === 'record' ? 'opens_after_first_record' : 'opens_after_it_is_told_of',
        message: `The date the service opened must be the same as or before ${words}, ${formatDate(day)}`,
      };
  }
  return null;
}
