import { type CalendarDate, dateFromParts, isCalendarDate } from '@headway/domain';

/** A date typed on one line, as people write it: 3/5/2026, 3 May 2026 or 2026-05-03; null where it is none. */
export function readDay(text: string): CalendarDate | null {
  const typed = text.trim();
  if (isCalendarDate(typed)) return typed;
  const [day, month, year, ...more] = typed.split(/[\s,./-]+/);
  if (!day || !month || !year || more.length > 0) return null;
  return dateFromParts(day, month, year);
}

/** Whether all that is wrong may be a year that was cut short, as in 3/5/26. */
export function isShortOfYear(text: string): boolean {
  return /^\d{1,2}[\s,./-]+[\da-z]+[\s,./-]+\d{1,3}$/i.test(text.trim());
}
