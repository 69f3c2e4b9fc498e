import { type CalendarDate, formatDate } from './calendar.js';
import { type DateBreak, dateBroken } from './date-range.js';

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

/** How a service ended, in words: "Cancelled on 3 May 2026", "Merged into Apply for a licence on 3 May 2026". */
export function closureWords({
  closedOn: on,
  reason,
  mergedInto,
}: Closure & {
  readonly reason: CloseReason;
  readonly mergedInto: { readonly name: string } | null;
}): string {
  const how = mergedInto ? `Merged into ${mergedInto.name}` : closeReasonLabels[reason];
  return `${how} on ${formatDate(on)}`;
}

export interface ClosedBreak {
  readonly code: 'service_closed';
  readonly message: string;
}

/** Why a service takes no new target or barrier today: it is closed. What it had comes back when it reopens. */
export function closedToNew(
  closures: readonly Closure[],
  what: 'targets' | 'barriers',
  today: CalendarDate,
): ClosedBreak | null {
  const closure = closedOn(closures, today);
  if (!closure) return null;
  const since = formatDate(closure.closedOn);
  return {
    code: 'service_closed',
    message: `The service closed on ${since}, so it takes no new ${what}. Reopen it first`,
  };
}

/** The closure after which a service last opened again, where it is open now and was closed before. */
export function lastReopened<C extends Closure>(
  closures: readonly C[],
): (C & { reopenedOn: CalendarDate }) | null {
  const last = closures.at(-1);
  return last && last.reopenedOn !== null ? { ...last, reopenedOn: last.reopenedOn } : null;
}

/** Whether a service may have opened again on another date than was said, given the days of its records that count. */
export function reopeningBroken(
  closure: Closure,
  on: CalendarDate,
  recordedOn: readonly CalendarDate[],
): { code: 'before_it_closed' | 'opens_after_a_record'; message: string } | null {
  if (on < closure.closedOn)
    return {
      code: 'before_it_closed',
      message: 'The date it opened again must be the same as or after the date it closed',
    };
  const first = recordedOn.filter((day) => day >= closure.closedOn && day < on).toSorted()[0];
  if (first === undefined) return null;
  return {
    code: 'opens_after_a_record',
    message: `The date it opened again must be the same as or before ${formatDate(first)}, the date of a record. Correct that record first`,
  };
}

/** A service counts on a date when it has opened and not closed by then; `opensOn` null is always. */
export function countsOn(
  service: { readonly opensOn: CalendarDate | null; readonly closures: readonly Closure[] },
  on: CalendarDate,
): boolean {
  return (service.opensOn === null || service.opensOn <= on) && closedOn(service.closures, on) === null;
}

export type CloseBreak =
  DateBreak | 'closed_already' | 'closes_before_it_opens' | 'closes_before_last_record';

/** Whether a service may close on a date, given the dates of its records that count. */
export function closeBroken(
  service: { readonly opensOn: CalendarDate | null; readonly closures: readonly Closure[] },
  lastRecordOn: CalendarDate | null,
  on: CalendarDate,
): { code: CloseBreak; message: string } | null {
  const slip = dateBroken(on, 'The date the service closed');
  if (slip) return slip;
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

/** Whether another service may become part of this one on a date: it counts then, and is not about to be gone itself. */
export function intoBroken(
  service: { readonly opensOn: CalendarDate | null; readonly closures: readonly Closure[] },
  on: CalendarDate,
): { code: 'into_not_open' | 'into_closed'; message: string } | null {
  if (service.opensOn !== null && on < service.opensOn)
    return {
      code: 'into_not_open',
      message: `That service opens on ${formatDate(service.opensOn)}, after this one closes`,
    };
  const closure = closedOn(service.closures, on);
  return closure
    ? {
        code: 'into_closed',
        message: `That service closed on ${formatDate(closure.closedOn)}. Enter one that is open`,
      }
    : null;
}
