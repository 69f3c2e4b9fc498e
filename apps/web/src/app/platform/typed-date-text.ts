import { dateFromParts, formatDate } from '@headway/domain';
import type { DateParts } from '@headway/govuk';

/** A typed date in words; as it was typed where it is no real date. */
export function typedDateText({ day, month, year }: DateParts): string {
  const date = dateFromParts(day, month, year);
  return date ? formatDate(date) : [day, month, year].filter(Boolean).join(' ');
}
