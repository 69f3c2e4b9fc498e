import { type CalendarDate, daysAfter, formatDate } from './calendar.js';

/** A quarter of the financial year, which begins in April: `2026-27-Q3` is October to December 2026. */
export interface Quarter {
  readonly id: string;
  readonly from: CalendarDate;
  /** Its last day. */
  readonly to: CalendarDate;
}

const starts = [
  { quarter: 1, month: '04', from: '04-01', to: '06-30', months: 'April to June', later: 0 },
  { quarter: 2, month: '07', from: '07-01', to: '09-30', months: 'July to September', later: 0 },
  { quarter: 3, month: '10', from: '10-01', to: '12-31', months: 'October to December', later: 0 },
  { quarter: 4, month: '01', from: '01-01', to: '03-31', months: 'January to March', later: 1 },
] as const;

/** No other quarter is asked about: an id with another year is a slip. */
const [firstYear, lastYear] = [1900, 2100];

/** The quarter of an id, or null where it is none. */
export function quarterOf(id: string): Quarter | null {
  const [, year, next, number] = /^(\d{4})-(\d{2})-Q([1-4])$/.exec(id) ?? [];
  const part = starts[Number(number) - 1];
  if (!part || (Number(year) + 1) % 100 !== Number(next)) return null;
  return Number(year) < firstYear || Number(year) > lastYear ? null : quarterIn(Number(year), part);
}

/** The quarter that a date falls into. */
export function quarterOn(date: CalendarDate): Quarter {
  const part = starts.findLast(({ month, later }) => later === 0 && month <= date.slice(5, 7)) ?? starts[3];
  return quarterIn(Number(date.slice(0, 4)) - part.later, part);
}

function quarterIn(year: number, { quarter, from, to, later }: (typeof starts)[number]): Quarter {
  const next = String((year + 1) % 100).padStart(2, '0');
  const calendarYear = year + later;
  return { id: `${year}-${next}-Q${quarter}`, from: `${calendarYear}-${from}`, to: `${calendarYear}-${to}` };
}

/** "Q3 2026-27" of "2026-27-Q3"; what is no quarter's id stays as it is. */
export function quarterName(id: string): string {
  return id.replace(/^(\d{4}-\d{2})-(Q[1-4])$/, '$2 $1');
}

/** "Q3 2026-27 (October to December 2026)". */
export function quarterLabel({ id, from }: Quarter): string {
  const { months } = starts.find((one) => one.from === from.slice(5))!;
  return `${quarterName(id)} (${months} ${from.slice(0, 4)})`;
}

/** The quarter just before. */
export function quarterBefore({ from }: Quarter): Quarter {
  return quarterOn(daysAfter(from, -1));
}

/** The quarter just after. */
export function quarterAfter({ to }: Quarter): Quarter {
  return quarterOn(daysAfter(to, 1));
}

/** The day that a return for a quarter is about: today, or its last day once that is over. */
export function dayMeant({ to }: Quarter, today: CalendarDate): CalendarDate {
  return to < today ? to : today;
}

/** All quarters from one to another, both included; none where the first comes after. */
export function quartersBetween(first: Quarter, last: Quarter): Quarter[] {
  const quarters: Quarter[] = [];
  for (let quarter = last; quarter.from >= first.from; quarter = quarterBefore(quarter))
    quarters.unshift(quarter);
  return quarters;
}

/** "31 December 2026": when its figures are taken. */
export function quarterEnd({ to }: Quarter): string {
  return formatDate(to);
}
