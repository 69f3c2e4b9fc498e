/** Calendar dates are `YYYY-MM-DD` text in Europe/London; instants are UTC. Text compares as dates do. */
export type CalendarDate = string;

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const inLondon = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });

/** The calendar date in London at an instant. */
export function londonDate(instant: Date): CalendarDate {
  return inLondon.format(instant);
}

/** Whether the text is a real calendar date, so neither `2026-06-31` nor `2026-6-1`. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < '0001') return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** "23 November 2026", as GOV.UK writes dates. */
export function formatDate(date: CalendarDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${day} ${months[month! - 1]} ${year}`;
}

/** A month as people write it: `3`, `03`, `Mar`, `march`; its number, or null. */
export function monthNumber(text: string): number | null {
  const typed = text.trim().toLowerCase();
  if (/^\d{1,2}$/.test(typed)) return Number(typed);
  if (typed.length < 3) return null;
  const index = months.findIndex((month) => month.toLowerCase().startsWith(typed));
  return index === -1 ? null : index + 1;
}

/** Day, month and year as three fields hold them; the date, or null where they are no real date. */
export function dateFromParts(day: string, month: string, year: string): CalendarDate | null {
  const number = monthNumber(month);
  if (number === null || !/^\d{1,2}$/.test(day.trim()) || !/^\d{4}$/.test(year.trim())) return null;
  const date = `${year.trim()}-${String(number).padStart(2, '0')}-${day.trim().padStart(2, '0')}`;
  return isCalendarDate(date) ? date : null;
}

/** The same day some years before; 29 February becomes 28 February where there is none. */
export function yearsBefore(date: CalendarDate, years: number): CalendarDate {
  const [year, rest] = [Number(date.slice(0, 4)) - years, date.slice(4)];
  const same = `${String(year).padStart(4, '0')}${rest}`;
  return isCalendarDate(same) ? same : `${same.slice(0, 8)}28`;
}

/** Days from one date to another: above 0 where the second is later. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** The date some days after another; before it where they are below 0. */
export function daysAfter(date: CalendarDate, days: number): CalendarDate {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Whether the text is a real instant in UTC as the API writes it, to the millisecond or coarser. */
export function isInstant(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z$/.test(text) && !Number.isNaN(Date.parse(text))
  );
}

/** The instant at which a day ends in London, in milliseconds' precision: nothing of the day comes after. */
export function endOfLondonDay(date: CalendarDate): string {
  const utcEnd = Date.parse(`${date}T23:59:59.999Z`);
  // London is at most an hour ahead: of the two candidates the one that is still that day there is the later.
  return new Date(londonDate(new Date(utcEnd)) === date ? utcEnd : utcEnd - 3_600_000).toISOString();
}
