import { type CalendarDate, daysAfter } from './calendar.js';

/**
 * Days on which England and Wales do not work by law: the Banking and Financial Dealings Act 1971, schedule 1, as
 * amended, and what royal proclamation moved or added. https://www.gov.uk/bank-holidays lists them two years ahead;
 * where a proclamation to come moves one, it belongs in `proclaimed`.
 */
export function bankHolidaysIn(year: number): readonly CalendarDate[] {
  const { moved, added } = proclaimed[year] ?? {};
  const easter = easterSunday(year);
  const christmas = `${year}-12-25`;
  const usual = [
    weekdayFrom(`${year}-01-01`),
    daysAfter(easter, -2),
    daysAfter(easter, 1),
    mondayFrom(`${year}-05-01`),
    mondayFrom(`${year}-05-25`),
    mondayFrom(`${year}-08-25`),
    // Where both fall on a weekend the days in lieu follow each other.
    weekdayFrom(christmas),
    weekdayFrom(daysAfter(weekdayFrom(christmas), 1)),
  ].map((day) => moved?.[day] ?? day);
  return [...usual, ...(added ?? [])].toSorted();
}

/** 0 is Sunday. */
export function weekday(date: CalendarDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

const proclaimed: Readonly<
  Record<number, { moved?: Readonly<Record<CalendarDate, CalendarDate>>; added?: readonly CalendarDate[] }>
> = {
  // Wedding of Prince William.
  2011: { added: ['2011-04-29'] },
  // Diamond Jubilee.
  2012: { moved: { '2012-05-28': '2012-06-04' }, added: ['2012-06-05'] },
  // 75 years since the end of the war in Europe.
  2020: { moved: { '2020-05-04': '2020-05-08' } },
  // Platinum Jubilee; state funeral of Queen Elizabeth II.
  2022: { moved: { '2022-05-30': '2022-06-02' }, added: ['2022-06-03', '2022-09-19'] },
  // Coronation of King Charles III.
  2023: { added: ['2023-05-08'] },
};

function weekdayFrom(date: CalendarDate): CalendarDate {
  return [0, 6].includes(weekday(date)) ? weekdayFrom(daysAfter(date, 1)) : date;
}

function mondayFrom(date: CalendarDate): CalendarDate {
  return daysAfter(date, (8 - weekday(date)) % 7);
}

/** By the Gregorian computus, as Meeus, Jones and Butcher wrote it. */
function easterSunday(year: number): CalendarDate {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const days = h + l - 7 * m;
  const month = Math.floor((days + 90) / 25);
  const day = (days + 33 * month + 19) % 32;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
