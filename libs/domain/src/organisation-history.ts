import type { CalendarDate } from './calendar.js';
import type { OrganisationKind } from './organisation.js';

/** What an organisation is called, what kind it is and which one it is part of, by slug. */
export interface OrganisationState {
  readonly name: string;
  readonly abbreviation: string | null;
  readonly kind: OrganisationKind;
  readonly parent: string | null;
}

/** What it was until, not on, a day; the last period has no end, and is what it is now. */
export interface OrganisationPeriod extends OrganisationState {
  readonly untilOn: CalendarDate | null;
}

/** One organisation through time, its periods oldest first; null is without beginning or end. */
export interface OrganisationHistory {
  readonly slug: string;
  readonly existsFrom: CalendarDate | null;
  readonly existsTo: CalendarDate | null;
  readonly periods: readonly OrganisationPeriod[];
}

type Alike = (period: OrganisationState) => boolean;

const lastsBeyond = ({ untilOn }: OrganisationPeriod, on: CalendarDate) => untilOn === null || untilOn > on;

export function existsOn(
  { existsFrom, existsTo }: Pick<OrganisationHistory, 'existsFrom' | 'existsTo'>,
  on: CalendarDate,
): boolean {
  return (existsFrom === null || existsFrom <= on) && (existsTo === null || on < existsTo);
}

/** What it is on a day; periods leave no gap, so it always is something. */
export function stateOn(periods: readonly OrganisationPeriod[], on: CalendarDate): OrganisationPeriod {
  return periods.find((period) => lastsBeyond(period, on))!;
}

/** It has another name from a day on, until the name next changes anyway. */
export function renamedFrom(
  periods: readonly OrganisationPeriod[],
  to: Pick<OrganisationState, 'name' | 'abbreviation'>,
  on: CalendarDate,
): OrganisationPeriod[] {
  const was = stateOn(periods, on);
  const sameName: Alike = ({ name, abbreviation }) => name === was.name && abbreviation === was.abbreviation;
  return changedFrom(periods, on, to, sameName, false);
}

/** It is part of another one from a day on, until that next changes anyway. */
export function movedFrom(
  periods: readonly OrganisationPeriod[],
  parent: string | null,
  on: CalendarDate,
): OrganisationPeriod[] {
  const was = stateOn(periods, on).parent;
  return changedFrom(periods, on, { parent }, (period) => period.parent === was, false);
}

/** The one that it is part of ends: whenever it would be part of that from a day on, it is part of the other. */
export function parentSucceeded(
  periods: readonly OrganisationPeriod[],
  from: string,
  to: string | null,
  on: CalendarDate,
): OrganisationPeriod[] {
  return changedFrom(periods, on, { parent: to }, ({ parent }) => parent === from, true);
}

function changedFrom(
  periods: readonly OrganisationPeriod[],
  on: CalendarDate,
  change: Partial<OrganisationState>,
  alike: Alike,
  again: boolean,
): OrganisationPeriod[] {
  let ended = false;
  const changed = cut(periods, on).map((period) => {
    if (!lastsBeyond(period, on)) return period;
    if (alike(period) && !ended) return { ...period, ...change };
    ended = !again;
    return period;
  });
  return joinedPeriods(changed);
}

/** The same history with a period that begins on the day. */
function cut(periods: readonly OrganisationPeriod[], on: CalendarDate): OrganisationPeriod[] {
  const given = stateOn(periods, on);
  const begins = periods[periods.indexOf(given) - 1]?.untilOn;
  return periods.flatMap((period) =>
    period === given && begins !== on ? [{ ...period, untilOn: on }, period] : [period],
  );
}

/** Neighbours that are alike are one period. */
export function joinedPeriods(periods: readonly OrganisationPeriod[]): OrganisationPeriod[] {
  const all: OrganisationPeriod[] = [];
  for (const period of periods) {
    const last = all.at(-1);
    if (last && sameState(last, period)) all[all.length - 1] = period;
    else all.push(period);
  }
  return all;
}

export function samePeriods(
  some: readonly OrganisationPeriod[],
  others: readonly OrganisationPeriod[],
): boolean {
  return (
    some.length === others.length &&
    some.every((one, index) => sameState(one, others[index]!) && one.untilOn === others[index]!.untilOn)
  );
}

function sameState(one: OrganisationState, other: OrganisationState): boolean {
  return (
    one.name === other.name &&
    one.abbreviation === other.abbreviation &&
    one.kind === other.kind &&
    one.parent === other.parent
  );
}

/** One of those looked at that would be part of itself, directly or not, on some day; null where none would. */
export function partOfItself(
  organisations: readonly OrganisationHistory[],
  looked: readonly string[] = organisations.map(({ slug }) => slug),
): string | null {
  const bySlug = new Map(organisations.map((one) => [one.slug, one]));
  const days = new Set(organisations.flatMap(({ periods }) => periods.map(({ untilOn }) => untilOn)));
  // Only a change can close a circle, so the first day of every period is looked at, and the very beginning.
  for (const day of ['0001-01-01', ...[...days].filter((one) => one !== null)]) {
    const parentOf = (slug: string) => {
      const organisation = bySlug.get(slug);
      return organisation ? stateOn(organisation.periods, day).parent : null;
    };
    for (const slug of looked) if (returns(slug, parentOf)) return slug;
  }
  return null;
}

function returns(start: string, parentOf: (slug: string) => string | null): boolean {
  const seen = new Set<string>();
  for (let slug = parentOf(start); slug !== null && !seen.has(slug); slug = parentOf(slug)) {
    if (slug === start) return true;
    seen.add(slug);
  }
  return false;
}
