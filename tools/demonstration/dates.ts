const DAY = 86_400_000;

function midnight(date: string): number {
  const [year, month, day] = date.split('-').map(Number);
  if (year === undefined || month === undefined || day === undefined) throw new Error(`Not a date: ${date}`);
  const instant = Date.UTC(year, month - 1, day);
  if (dateOf(instant) !== date) throw new Error(`Not a date: ${date}`);
  return instant;
}

function dateOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

// Nobody goes live at the weekend or at Christmas, so a date that falls then moves back to a working day.
export function workingDayBefore(today: string, days: number): string {
  return dateOf(nearestWorkingDay(midnight(today) - days * DAY, -DAY));
}

/** The first of a month, so many days before today or up to thirty more. */
export function monthStartBefore(today: string, days: number): string {
  return `${dateOf(midnight(today) - days * DAY).slice(0, 8)}01`;
}

/** The last day of a quarter, so many days before today or up to three months fewer. */
export function quarterEndAfter(today: string, days: number): string {
  return lastOfMonth(today, days, 3);
}

/** The last day of a month, so many days before today or up to thirty fewer. */
export function monthEndAfter(today: string, days: number): string {
  return lastOfMonth(today, days, 1);
}

function lastOfMonth(today: string, days: number, months: number): string {
  const [year = 0, month = 0] = dateOf(midnight(today) - days * DAY)
    .split('-')
    .map(Number);
  return dateOf(Date.UTC(year, Math.ceil(month / months) * months, 0));
}

// Written down in office hours on a working day.
export function officeInstant(date: string, lagDays: number, minuteOfDay: number): string {
  const day = nearestWorkingDay(midnight(date) + lagDays * DAY, DAY);
  return new Date(day + minuteOfDay * 60_000).toISOString();
}

function nearestWorkingDay(instant: number, step: number): number {
  let day = instant;
  while (isHoliday(day)) day += step;
  return day;
}

function isHoliday(instant: number): boolean {
  const weekday = new Date(instant).getUTCDay();
  return weekday === 0 || weekday === 6 || ['12-25', '12-26', '01-01'].includes(dateOf(instant).slice(5));
}
