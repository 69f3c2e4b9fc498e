import { type CalendarDate, dateBroken, dateFromParts, latestDate } from '@headway/domain';
import { type DateParts, type DatePart, noDateParts, wrongParts } from '@headway/govuk';

/** What is wrong with a date typed into three fields, in GOV.UK's words; `part` is the field to go to. */
export interface TypedDateError {
  readonly part: DatePart;
  readonly message: string;
}

/** The date typed, or what is wrong with it; null where nothing is typed at all. `what` begins a sentence. */
export function readTypedDate(
  typed: DateParts,
  what: string,
  {
    latest = latestDate,
    late = 'must be today or in the past',
  }: { latest?: CalendarDate; late?: string } = {},
): CalendarDate | TypedDateError | null {
  const wrong = wrongParts(typed);
  const missing = wrong.filter((part) => typed[part].trim() === '');
  if (missing.length === 3) return null;
  const part = wrong[0] ?? 'day';
  if (missing.length > 0) return { part, message: `${what} must include a ${missing.join(' and ')}` };
  const date = dateFromParts(typed.day, typed.month, typed.year);
  if (part === 'year') return { part, message: `${what} must have a full year, like 2026` };
  if (date === null) return { part, message: `${what} must be a real date` };
  const slip = dateBroken(date, what);
  if (slip) return { part, message: slip.message };
  return date > latest ? { part, message: `${what} ${late}` } : date;
}

/** A date as three fields hold it. */
export function typedFrom(date: CalendarDate | null): DateParts {
  if (date === null) return noDateParts;
  const [year, month, day] = date.split('-').map(Number);
  return { day: String(day), month: String(month), year: String(year) };
}
