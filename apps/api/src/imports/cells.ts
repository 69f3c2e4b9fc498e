import { dateFromParts, isCalendarDate } from '@headway/domain';

/** A date as a spreadsheet holds it: 2026-03-31, or 31/03/2026 as British ones show it; null for neither. */
export function dateIn(text: string): string | null {
  if (isCalendarDate(text)) return text;
  const [, day, month, year] = /^(\d{1,2})[/ -]([\dA-Za-z]{1,9})[/ -](\d{4})$/.exec(text) ?? [];
  return day && month && year ? dateFromParts(day, month, year) : null;
}

/** A whole number of 0 or more, with or without separators between the thousands; null otherwise. */
export function numberIn(text: string): number | null {
  if (!/^(\d{1,13}|\d{1,3}(,\d{3}){1,4})(\.0+)?$/.test(text)) return null;
  const value = Number(text.replaceAll(',', ''));
  return value <= 1e12 ? value : null;
}
