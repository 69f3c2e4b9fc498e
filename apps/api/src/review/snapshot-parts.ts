import type { Barrier, Movements, SignalledService, Signals } from '@headway/contract';
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
import type { SignedName } from './as-signed.js';

/** Gives an organisation the name that it had when its return was submitted. */
export type Named = <T extends { readonly slug: string; readonly name: string }>(organisation: T) => T;

export function namedAsSigned(signed: ReadonlyMap<string, SignedName> | null): Named {
  return (organisation) => {
    const then = signed?.get(organisation.slug);
    if (!then) return organisation;
    const { name, abbreviation } = then;
    return { ...organisation, name, ...('abbreviation' in organisation ? { abbreviation } : {}) };
  };
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
): Snapshot['signals'] {
  return {
    total,
    byOrganisation: byOrganisation.map(({ organisation: { slug, name, parent }, counts }) => ({
      organisation: named({ slug, name, parent }),
      counts,
    })),
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
): SnapshotBarrier[] {
  const counted = new Set(services.map(({ reference }) => reference));
  return open
    .filter(({ service }) => service === null || counted.has(service.reference))
    .map(({ id, service, organisation, category, description, nextAction, nextActionOwner, raisedOn }) => ({
      ...{ id, service, category, description, nextAction, nextActionOwner, raisedOn },
      organisation: named(organisation).name,
    }));
}
