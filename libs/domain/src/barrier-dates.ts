import type { CalendarDate } from './calendar.js';

export interface BarrierDates {
  readonly raisedOn: CalendarDate;
  readonly resolvedOn: CalendarDate | null;
}

/** Whether it holds something back on a date. */
export function openOn({ raisedOn, resolvedOn }: BarrierDates, on: CalendarDate): boolean {
  return raisedOn <= on && (resolvedOn === null || on < resolvedOn);
}

/** Raised and resolved today or in the past, and resolved no sooner than raised. */
export function barrierBroken(
  { raisedOn, resolvedOn }: BarrierDates,
  today: CalendarDate,
): { field: keyof BarrierDates; code: string; message: string } | null {
  if (raisedOn > today)
    return {
      field: 'raisedOn',
      code: 'in_the_future',
      message: 'The date it was raised must be today or in the past',
    };
  if (resolvedOn !== null && resolvedOn > today)
    return {
      field: 'resolvedOn',
      code: 'in_the_future',
      message: 'The date it was resolved must be today or in the past',
    };
  if (resolvedOn !== null && resolvedOn < raisedOn)
    return {
      field: 'resolvedOn',
      code: 'before_raised',
      message: 'The date it was resolved must be the same as or after the date it was raised',
    };
  return null;
}
