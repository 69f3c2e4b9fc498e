/** A date as typed; nothing is corrected, so nothing typed is lost. */
export interface DateParts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

export const noDateParts: DateParts = { day: '', month: '', year: '' };

export const datePartNames = ['day', 'month', 'year'] as const;
export type DatePart = (typeof datePartNames)[number];

const months = 'january february march april may june july august september october november december'.split(
  ' ',
);

/** The number of a month that is written as one or by its name, in full or begun; null where it is neither. */
function monthOf(text: string): number | null {
  const typed = text.trim().toLowerCase();
  if (/^\d{1,2}$/.test(typed)) return Number(typed) >= 1 && Number(typed) <= 12 ? Number(typed) : null;
  const index = typed.length < 3 ? -1 : months.findIndex((month) => month.startsWith(typed));
  return index === -1 ? null : index + 1;
}

/**
 * Which parts of a typed date are wrong by themselves, as GOV.UK marks them: those that are missing, or else those
 * that can be part of no date. None where the date is wrong as a whole, or not at all.
 */
export function wrongParts({ day, month, year }: DateParts): DatePart[] {
  const typed = { day: day.trim(), month: month.trim(), year: year.trim() };
  const missing = datePartNames.filter((part) => typed[part] === '');
  if (missing.length > 0) return missing;
  const wrong: DatePart[] = [];
  const number = monthOf(typed.month);
  const fullYear = /^\d{4}$/.test(typed.year) && Number(typed.year) >= 100;
  // 29 February is only wrong in a year that is known.
  const days = new Date(Date.UTC(fullYear ? Number(typed.year) : 2000, number ?? 1, 0)).getUTCDate();
  const isDay = /^\d{1,2}$/.test(typed.day) && Number(typed.day) >= 1;
  if (!isDay || Number(typed.day) > (number === null ? 31 : days)) wrong.push('day');
  if (number === null) wrong.push('month');
  if (!fullYear) wrong.push('year');
  return wrong;
}
