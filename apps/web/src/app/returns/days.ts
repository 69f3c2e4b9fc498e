import { type CalendarDate, dayMeant as meant, quarterOf } from '@headway/domain';
import type { Days } from './edits';

/** The day that a return speaks of: today, or its quarter's last day once that is over. */
export function dayMeant(quarter: string, today: CalendarDate): CalendarDate {
  const found = quarterOf(quarter);
  return found ? meant(found, today) : today;
}

export function daysOf(quarter: string, today: CalendarDate): Days {
  return { today, day: dayMeant(quarter, today) };
}
