import { type CalendarDate, formatDate } from './calendar.js';
import { type Closure, closedOn } from './service.js';

/** Why nothing can be said of a service as of a date: it opens later, or is closed. Null where it is there. */
export function absentWords(
  service: { readonly opensOn: CalendarDate | null; readonly closures: readonly Closure[] },
  on: CalendarDate,
): string | null {
  if (notOpenYet(service, on)) return `The service opens on ${formatDate(service.opensOn!)}`;
  const closure = closedOn(service.closures, on);
  return closure && `The service closed on ${formatDate(closure.closedOn)}`;
}

export function notOpenYet(
  { opensOn }: { readonly opensOn: CalendarDate | null },
  on: CalendarDate,
): boolean {
  return opensOn !== null && opensOn > on;
}
