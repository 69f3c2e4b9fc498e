import type { CalendarDate } from './calendar.js';

export const audiences = ['external', 'internal'] as const;
export type Audience = (typeof audiences)[number];

export const audienceLabels: Readonly<Record<Audience, string>> = {
  external: 'External',
  internal: 'Internal',
};

export const audienceDefinitions: Readonly<Record<Audience, string>> = {
  external: 'For citizens and businesses.',
  internal: 'For people who work in government.',
};

export const closeReasons = ['retired', 'merged', 'cancelled'] as const;
export type CloseReason = (typeof closeReasons)[number];

export const closeReasonLabels: Readonly<Record<CloseReason, string>> = {
  retired: 'Retired',
  merged: 'Merged into another service',
  cancelled: 'Cancelled',
};

export const closeReasonDefinitions: Readonly<Record<CloseReason, string>> = {
  retired: 'Nobody needs it any more, or it has been replaced by something that is no service.',
  merged: 'Its users are served by another service from that day on.',
  cancelled: 'Work on it was given up before it was in use.',
};

/** A service is closed from one day until the day it opened again, if it did. Retired is not a stage. */
export interface Closure {
  readonly closedOn: CalendarDate;
  readonly reopenedOn: CalendarDate | null;
}

/** The closure that a date falls into, or null. */
export function closedOn<C extends Closure>(closures: readonly C[], on: CalendarDate): C | null {
  return (
    closures.find((one) => one.closedOn <= on && (one.reopenedOn === null || on < one.reopenedOn)) ?? null
  );
}

/** A service counts on a date when it has opened and not closed by then; `opensOn` null is always. */
export function countsOn(
  service: { readonly opensOn: CalendarDate | null; readonly closures: readonly Closure[] },
  on: CalendarDate,
): boolean {
  return (service.opensOn === null || service.opensOn <= on) && closedOn(service.closures, on) === null;
}

export type CloseBreak = 'closed_already' | 'closes_before_it_opens' | 'closes_before_last_record';

/** Whether a service may close on a date, given the dates of its records that count. */
export function closeBroken(
  service: { readonly opensOn: CalendarDate | null; readonly closures: readonly Closure[] },
  lastRecordOn: CalendarDate | null,
  on: CalendarDate,
): { code: CloseBreak; message: string } | null {
  if (service.closures.some(({ reopenedOn }) => reopenedOn === null || reopenedOn > on))
    return { code: 'closed_already', message: 'The service is closed already, or was on a later date' };
  if (service.opensOn !== null && on < service.opensOn)
    return {
      code: 'closes_before_it_opens',
      message: 'The date the service closed must be the same as or after the date it opened',
    };
  if (lastRecordOn !== null && on < lastRecordOn)
    return {
      code: 'closes_before_last_record',
      message:
        'The date the service closed must be the same as or after its last record. Correct that record first',
    };
  return null;
}
