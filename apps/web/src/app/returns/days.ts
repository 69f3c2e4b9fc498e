import { type CalendarDate, quarterOf } from '@headway/domain';
import type { Days } from './edits';

/** The day that a return speaks of: today, or its quarter's last day once that is over. */
export function dayMeant(quarter: string, today: CalendarDate): CalendarDate {
  const end = quarterOf(quarter)?.to ?? today;
  return end < today ? end : today;
}

export function daysOf(quarter: string, today: CalendarDate): Days {
  return { today, day: dayMeant(quarter, today) };
}
