import type { CalendarDate } from './calendar.js';
import { dateBroken } from './date-range.js';
import { type Closure, closedOn, closedToNew } from './service.js';

export interface BarrierDates {
  readonly raisedOn: CalendarDate;
  readonly resolvedOn: CalendarDate | null;
}

/** Whether it holds something back on a date. */
export function openOn({ raisedOn, resolvedOn }: BarrierDates, on: CalendarDate): boolean {
  return raisedOn <= on && (resolvedOn === null || on < resolvedOn);
}

/** What is known of a service that a barrier holds back; null for a whole organisation. */
export interface BarrierService {
  readonly opensOn: CalendarDate | null;
  readonly closures: readonly Closure[];
}

export interface BarrierBreak {
  readonly field: keyof BarrierDates;
  readonly code: string;
  readonly message: string;
}

/**
 * Raised and resolved today or in the past, resolved no sooner than raised, and raised while the service was there. A
 * closed service takes no new barrier, nor an old one opened again; `before` is how the barrier stood, if it did.
 */
export function barrierBroken(
  { raisedOn, resolvedOn }: BarrierDates,
  today: CalendarDate,
  service: BarrierService | null = null,
  before: BarrierDates | null = null,
): BarrierBreak | null {
  const raised = (code: string, message: string): BarrierBreak => ({ field: 'raisedOn', code, message });
  const resolved = (code: string, message: string): BarrierBreak => ({ field: 'resolvedOn', code, message });
  const isNew = before === null;
  const opensAgain = before !== null && before.resolvedOn !== null && resolvedOn === null;
  const closed = service && (isNew || opensAgain) ? closedToNew(service.closures, 'barriers', today) : null;
  if (closed) return isNew ? raised(closed.code, closed.message) : resolved(closed.code, closed.message);
  const raisedSlip = dateBroken(raisedOn, 'The date it was raised');
  if (raisedSlip) return raised(raisedSlip.code, raisedSlip.message);
  const resolvedSlip = resolvedOn === null ? null : dateBroken(resolvedOn, 'The date it was resolved');
  if (resolvedSlip) return resolved(resolvedSlip.code, resolvedSlip.message);
  if (raisedOn > today) return raised('in_the_future', 'The date it was raised must be today or in the past');
  if (resolvedOn !== null && resolvedOn > today)
    return resolved('in_the_future', 'The date it was resolved must be today or in the past');
  if (resolvedOn !== null && resolvedOn < raisedOn)
    return resolved(
      'before_raised',
      'The date it was resolved must be the same as or after the date it was raised',
    );
  return service && raisedOn !== before?.raisedOn ? notThere(raisedOn, service) : null;
}

/** A barrier holds back a service that has opened and is not closed on the day. */
function notThere(raisedOn: CalendarDate, { opensOn, closures }: BarrierService): BarrierBreak | null {
  if (opensOn !== null && raisedOn < opensOn)
    return {
      field: 'raisedOn',
      code: 'before_service_opened',
      message: 'The date it was raised must be the same as or after the date the service opened',
    };
  if (closedOn(closures, raisedOn))
    return {
      field: 'raisedOn',
      code: 'service_closed',
      message: 'The service was closed on the date it was raised. Give another date',
    };
  return null;
}
