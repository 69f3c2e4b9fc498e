import type { CalendarDate } from './calendar.js';

/** One owner from a day up to, not including, another; null is without beginning or end. */
export interface Ownership {
  readonly organisation: string;
  readonly fromOn: CalendarDate | null;
  readonly toOn: CalendarDate | null;
}

const startsBefore = (period: Ownership, on: CalendarDate) => period.fromOn === null || period.fromOn < on;
const endsAfter = (period: Ownership, on: CalendarDate) => period.toOn === null || period.toOn > on;

/** The period that a date falls into; periods leave no gap, so there always is one. */
export function ownedOn<O extends Ownership>(periods: readonly O[], on: CalendarDate): O {
  return periods.find((one) => (one.fromOn === null || one.fromOn <= on) && endsAfter(one, on))!;
}

/** One service goes to another organisation on a date, and stays there until its owner next changes anyway. */
export function transferred(periods: readonly Ownership[], to: string, on: CalendarDate): Ownership[] {
  const given = ownedOn(periods, on);
  return joined(periods.flatMap((period) => (period === given ? cut(period, to, on) : [period])));
}

/** All that an organisation owns from a date on goes to another: it ends, and history follows the service. */
export function succeeded(
  periods: readonly Ownership[],
  from: string,
  to: string,
  on: CalendarDate,
): Ownership[] {
  return joined(
    periods.flatMap((period) =>
      period.organisation === from && endsAfter(period, on) ? cut(period, to, on) : [period],
    ),
  );
}

/** What comes before the date stays; from then on it is the other's. */
function cut(period: Ownership, to: string, on: CalendarDate): Ownership[] {
  if (!startsBefore(period, on)) return [{ ...period, organisation: to }];
  return [
    { ...period, toOn: on },
    { organisation: to, fromOn: on, toOn: period.toOn },
  ];
}

/** Neighbours of one owner are one period. */
function joined(periods: readonly Ownership[]): Ownership[] {
  const all: Ownership[] = [];
  for (const period of periods) {
    const last = all.at(-1);
    if (last?.organisation === period.organisation) all[all.length - 1] = { ...last, toOn: period.toOn };
    else all.push(period);
  }
  return all;
}
