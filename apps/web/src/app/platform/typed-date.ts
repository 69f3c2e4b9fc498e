import { type CalendarDate, dateFromParts, formatDate, monthNumber } from '@headway/domain';

/** What is wrong with a date typed into three fields, in GOV.UK's words; `part` is the field to go to. */
export interface TypedDateError {
  readonly part: 'day' | 'month' | 'year';
  readonly message: string;
}

interface Typed {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

/** The date typed, or what is wrong with it; null where nothing is typed at all. `what` begins a sentence. */
export function readTypedDate(
  typed: Typed,
  what: string,
  {
    earliest = '',
    latest,
    late = 'must be today or in the past',
  }: { earliest?: CalendarDate; latest: CalendarDate; late?: string },
): CalendarDate | TypedDateError | null {
  const missing = (['day', 'month', 'year'] as const).filter((part) => typed[part].trim() === '');
  if (missing.length === 3) return null;
  if (missing.length > 0)
    return { part: missing[0]!, message: `${what} must include a ${missing.join(' and ')}` };
  if (!/^\d{4}$/.test(typed.year.trim()))
    return { part: 'year', message: `${what} must have a year of 4 numbers` };
  const date = dateFromParts(typed.day, typed.month, typed.year);
  if (date === null)
    return {
      part: monthNumber(typed.month) === null ? 'month' : 'day',
      message: `${what} must be a real date`,
    };
  if (date < earliest) return { part: 'year', message: `${what} must be ${formatDate(earliest)} or later` };
  if (date > latest) return { part: 'day', message: `${what} ${late}` };
  return date;
}

/** A date as three fields hold it. */
export function typedFrom(date: CalendarDate | null): Typed {
  if (date === null) return { day: '', month: '', year: '' };
  const [year, month, day] = date.split('-').map(Number);
  return { day: String(day), month: String(month), year: String(year) };
}
