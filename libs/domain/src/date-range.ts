import { type CalendarDate, formatDate, isCalendarDate, yearsBefore } from './calendar.js';

/** Nothing is said of a day before this one, nor of one after the other: such a date is a slip. */
export const earliestDate: CalendarDate = '1990-01-01';
export const latestDate: CalendarDate = '2099-12-31';

export type DateBreak = 'year_too_short' | 'too_early' | 'too_late';

/** What is wrong with a real date that Headway cannot be told of; `what` begins a sentence, as GOV.UK writes it. */
export function dateBroken(
  date: CalendarDate,
  what: string,
): { readonly code: DateBreak; readonly message: string } | null {
  if (date < '0100') return { code: 'year_too_short', message: `${what} must have a full year, like 2026` };
  if (date < earliestDate) return { code: 'too_early', message: `${what} must be after 31 December 1989` };
  if (date > latestDate) return { code: 'too_late', message: `${what} must be before 1 January 2100` };
  return null;
}

/** Whether the text is a real date that Headway can be told of or asked about. */
export function mayBeDate(text: string): boolean {
  return isCalendarDate(text) && dateBroken(text, '') === null;
}

/** How far ahead a service may be promised. */
const longestTarget = 30;

/** The last day that a target may be set for. */
function latestTarget(today: CalendarDate): CalendarDate {
  const last = yearsBefore(today, -longestTarget);
  return last < latestDate ? last : latestDate;
}

/** The same for the date of a target, which is also no more than 30 years away. */
export function targetDateBroken(
  date: CalendarDate,
  today: CalendarDate,
): { readonly code: DateBreak; readonly message: string } | null {
  const what = 'The date of the target';
  const last = latestTarget(today);
  return (
    dateBroken(date, what) ??
    (date > last
      ? {
          code: 'too_late',
          message: `${what} must be within ${longestTarget} years: ${formatDate(last)} or before`,
        }
      : null)
  );
}
