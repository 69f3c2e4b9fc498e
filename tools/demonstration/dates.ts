import { daysAfter, isWorkingDay, workingDaysAfter } from '../../libs/domain/dist/index.js';

/** Nobody goes live on a day on which nobody works, so a date that falls on one moves back to a working day. */
export function workingDayBefore(today: string, days: number): string {
  return workingDayFrom(daysAfter(today, -days), -1);
}

/** The first of a month, so many days before today or up to thirty more. */
export function monthStartBefore(today: string, days: number): string {
  return `${daysAfter(today, -days).slice(0, 8)}01`;
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
  const [year = 0, month = 0] = daysAfter(today, -days).split('-').map(Number);
  return new Date(Date.UTC(year, Math.ceil(month / months) * months, 0)).toISOString().slice(0, 10);
}

/** Written down in office hours on a working day. */
export function officeInstant(date: string, lagDays: number, minuteOfDay: number): string {
  const day = workingDayFrom(daysAfter(date, lagDays), 1);
  return new Date(Date.parse(day) + minuteOfDay * 60_000).toISOString();
}

function workingDayFrom(date: string, step: 1 | -1): string {
  return isWorkingDay(date) ? date : workingDaysAfter(date, step);
}
