import { bankHolidaysIn, weekday } from './bank-holidays.js';
import { type CalendarDate, daysAfter } from './calendar.js';

/** Monday to Friday, and no bank holiday of England and Wales. */
export function isWorkingDay(date: CalendarDate): boolean {
  return ![0, 6].includes(weekday(date)) && !bankHolidaysIn(Number(date.slice(0, 4))).includes(date);
}

/** The date some working days after another; before it where they are below 0. The first day itself is not counted. */
export function workingDaysAfter(date: CalendarDate, days: number): CalendarDate {
  const step = days < 0 ? -1 : 1;
  let [left, day] = [Math.abs(days), date];
  while (left > 0) {
    day = daysAfter(day, step);
    if (isWorkingDay(day)) left--;
  }
  return day;
}

/** Working days after one date up to and with another; 0 where it is no later. What was due yesterday is 1 late. */
export function workingDaysBetween(from: CalendarDate, to: CalendarDate): number {
  let [days, day] = [0, from];
  while (day < to) {
    day = daysAfter(day, 1);
    if (isWorkingDay(day)) days++;
  }
  return days;
}
