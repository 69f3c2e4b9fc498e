import type { Barrier, Movements, SignalledService, Signals, Trend } from '@headway/contract';
import {
  type ComparedWith,
  type Quarter,
  type Snapshot,
  type SnapshotBarrier,
  type SnapshotComparison,
  type SnapshotService,
  quarterBefore,
  quarterOn,
  yearsBefore,
} from '@headway/domain';
import type { AsSigned } from './as-signed.js';

/** Gives an organisation the name that it had when its return was submitted. */
export type Named = <T extends { readonly slug: string; readonly name: string }>(organisation: T) => T;

export function namedAsSigned(signed: AsSigned | null): Named {
  return (organisation) => {
    const then = signed?.names.get(organisation.slug);
    if (!then) return organisation;
    const { name, abbreviation } = then;
    return { ...organisation, name, ...('abbreviation' in organisation ? { abbreviation } : {}) };
  };
}

/** Puts what is listed by organisation in the order of the names that are printed; otherwise it stays in its own. */
export type InOrder = <T>(list: readonly T[], slugOf: (one: T) => string) => T[];

export function orderedAsSigned(signed: AsSigned | null): InOrder {
  if (!signed) return (list) => [...list];
  const placeOf = (slug: string) => signed.places.get(slug) ?? signed.places.size;
  return (list, slugOf) => list.toSorted((a, b) => placeOf(slugOf(a)) - placeOf(slugOf(b)));
}

/** A line for each organisation, by its name; its name in each quarter is given where it is not the one known now. */
export function linesOf(
  { quarters, byOrganisation }: Trend,
  named: Named,
  nameOn: (slug: string, day: string) => string | undefined,
): Snapshot['organisationTrend'] {
  return byOrganisation
    .map(({ organisation, quarters: line }) => ({
      organisation: named(organisation),
      quarters: line.map(
        (one, n) => one && { ...one, name: nameOn(organisation.slug, quarters[n]!.on) ?? one.name },
      ),
    }))
    .toSorted((a, b) => a.organisation.name.localeCompare(b.organisation.name, 'en-GB'));
}

/** The quarter before, and the same of the year before. */
export function comparedQuarters(quarter: Quarter): Readonly<Record<ComparedWith, Quarter>> {
  return { lastQuarter: quarterBefore(quarter), lastYear: quarterOn(yearsBefore(quarter.from, 1)) };
}

export function comparisonWith(
  { id }: Quarter,
  { comparison, matrix, services }: Movements,
  named: Named,
): SnapshotComparison {
  return {
    quarter: id,
    comparison,
    matrix,
    moved: services.items.map(({ organisation, ...moved }) => ({
      ...moved,
      organisation: named(organisation).name,
    })),
  };
}

export function signalsOf(
  { total, byOrganisation }: Signals,
  signalled: readonly SignalledService[],
  named: Named,
  inOrder: InOrder,
): Snapshot['signals'] {
  return {
    total,
    byOrganisation: inOrder(byOrganisation, ({ organisation }) => organisation.slug).map(
      ({ organisation: { slug, name, parent }, counts }) => ({
        organisation: named({ slug, name, parent }),
        counts,
      }),
    ),
    services: signalled.map(({ reference, name, organisation, owner, stage, signals }) => ({
      ...{ reference, name, owner, stage, signals },
      organisation: named(organisation).name,
    })),
  };
}

/** Of organisations, and of the services that count. */
export function barriersOf(
  open: readonly Barrier[],
  services: readonly SnapshotService[],
  named: Named,
  inOrder: InOrder,
): SnapshotBarrier[] {
  const counted = new Set(services.map(({ reference }) => reference));
  return inOrder(open, ({ organisation }) => organisation.slug)
    .filter(({ service }) => service === null || counted.has(service.reference))
    .map(({ id, service, organisation, category, description, nextAction, nextActionOwner, raisedOn }) => ({
      ...{ id, service, category, description, nextAction, nextActionOwner, raisedOn },
      organisation: named(organisation).name,
    }));
}
