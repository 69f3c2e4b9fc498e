import { type CalendarDate, formatDate } from './calendar.js';
import {
  type OrganisationHistory,
  type OrganisationPeriod,
  partOfItself,
  samePeriods,
} from './organisation-history.js';
import { namesBroken } from './organisation-names.js';
import type { Ownership } from './ownership.js';
import { nameOf } from './reorganisation-world.js';
import type { KnownToReorganise, OrganisationChangeKind, OwnedService } from './reorganisation.js';

/** What a reorganisation changed, with everything by slug and reference. */
export interface ReorganisationEffect {
  readonly organisations: readonly {
    readonly change: OrganisationChangeKind;
    /** Null where it begins. */
    readonly before: OrganisationHistory | null;
    readonly after: OrganisationHistory;
  }[];
  readonly services: readonly {
    readonly reference: string;
    readonly before: readonly Ownership[];
    readonly after: readonly Ownership[];
  }[];
}

const shownAtMost = 5;

/**
 * "A reorganisation may be withdrawn with a reason while nothing later rests on it": what rests on it, in sentences;
 * nothing where organisations and services may be what they were before. `known` has all organisations, and the
 * services that it moved or that belong to one that began by it.
 */
export function restsOnReorganisation(
  effect: ReorganisationEffect,
  { organisations, services }: KnownToReorganise,
): string[] {
  const now = new Map(organisations.map((one) => [one.slug, one]));
  const rests = [...organisationsResting(effect, now), ...servicesResting(effect, services, now)];
  return rests.length > 0 ? rests : brokenAfterwards(effect, now);
}

type Organisations = ReadonlyMap<string, OrganisationHistory>;

function* organisationsResting(effect: ReorganisationEffect, now: Organisations): Generator<string> {
  const changed = effect.organisations.filter(({ change }) => change !== 'continues');
  for (const { after } of changed) {
    const is = now.get(after.slug);
    if (!is || !sameHistory(is, after)) yield `${nameOf(is ?? after)} was changed again after it`;
  }
  const begun = begunBy(effect);
  const own = new Set(changed.map(({ after }) => after.slug));
  for (const one of now.values()) {
    if (own.has(one.slug)) continue;
    const parent = one.periods.find((period) => period.parent !== null && begun.has(period.parent))?.parent;
    if (parent) yield `${nameOf(one)} became part of ${nameOf(now.get(parent))} after it`;
  }
}

function servicesResting(
  effect: ReorganisationEffect,
  services: readonly OwnedService[],
  now: Organisations,
): string[] {
  const begun = begunBy(effect);
  const moved = new Map(effect.services.map((one) => [one.reference, one]));
  return cutShort(
    services.flatMap(({ reference, periods }) => {
      const after = moved.get(reference)?.after;
      if (after) return sameOwners(after, periods) ? [] : [`${reference} was transferred after it`];
      const owner = periods.find(({ organisation }) => begun.has(organisation))?.organisation;
      return owner ? [`${reference} belongs to ${nameOf(now.get(owner))} now`] : [];
    }),
  );
}

/** What would no longer fit with what has happened elsewhere since. */
function brokenAfterwards(effect: ReorganisationEffect, now: Organisations): string[] {
  const world = new Map(now);
  for (const { change, before, after } of effect.organisations) {
    if (before === null) world.delete(after.slug);
    else if (change !== 'continues') world.set(before.slug, before);
  }
  const all = [...world.values()];
  const back = effect.organisations.flatMap(({ before, change }) =>
    before && change !== 'continues' ? [before] : [],
  );
  const circular = partOfItself(
    all,
    back.map(({ slug }) => slug),
  );
  return [
    ...(circular === null ? [] : [`${nameOf(world.get(circular))} would be part of itself again`]),
    ...back.flatMap((one) => partsOfEnded(one, world)),
    ...cutShort(effect.services.flatMap(({ reference, before }) => ownedByEnded(reference, before, world))),
    ...back.flatMap((one) => namesBroken(one, now.get(one.slug)!, all).map(({ message }) => message)),
  ];
}

function partsOfEnded(one: OrganisationHistory, world: Organisations): string[] {
  return one.periods.flatMap(({ parent, untilOn }: OrganisationPeriod) => {
    const until = earlier(untilOn, one.existsTo);
    const above = parent === null ? undefined : world.get(parent);
    return above && endsBefore(above, until) ? [`${nameOf(one)} would be part of ${endedWords(above)}`] : [];
  });
}

function ownedByEnded(reference: string, periods: readonly Ownership[], world: Organisations): string[] {
  return periods.flatMap(({ organisation, toOn }) => {
    const owner = world.get(organisation);
    return owner && endsBefore(owner, toOn) ? [`${reference} would belong to ${endedWords(owner)}`] : [];
  });
}

function endsBefore({ existsTo }: OrganisationHistory, until: CalendarDate | null): boolean {
  return existsTo !== null && (until === null || until > existsTo);
}

function endedWords(one: OrganisationHistory): string {
  return `${nameOf(one)}, which ended on ${formatDate(one.existsTo!)}`;
}

function earlier(one: CalendarDate | null, other: CalendarDate | null): CalendarDate | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

function begunBy({ organisations }: ReorganisationEffect): ReadonlySet<string> {
  return new Set(organisations.flatMap(({ before, after }) => (before === null ? [after.slug] : [])));
}

function sameHistory(one: OrganisationHistory, other: OrganisationHistory): boolean {
  return (
    one.existsFrom === other.existsFrom &&
    one.existsTo === other.existsTo &&
    samePeriods(one.periods, other.periods)
  );
}

function sameOwners(some: readonly Ownership[], others: readonly Ownership[]): boolean {
  return (
    some.length === others.length &&
    some.every((one, index) => {
      const other = others[index]!;
      return (
        one.organisation === other.organisation && one.fromOn === other.fromOn && one.toOn === other.toOn
      );
    })
  );
}

function cutShort(lines: readonly string[]): string[] {
  const more = lines.length - shownAtMost;
  return more > 1 ? [...lines.slice(0, shownAtMost), `and so it is with ${more} more services`] : [...lines];
}
