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

/** The quarter before, and the same of the year before. */
export function comparedQuarters(quarter: Quarter): Readonly<Record<ComparedWith, Quarter>> {
  return { lastQuarter: quarterBefore(quarter), lastYear: quarterOn(yearsBefore(quarter.from, 1)) };
}

export function comparisonWith(
  { id }: Quarter,
  { comparison, matrix, services }: Movements,
): SnapshotComparison {
  return {
    quarter: id,
    comparison,
    matrix,
    moved: services.items.map(({ organisation, ...moved }) => ({
      ...moved,
      organisation: organisation.name,
    })),
  };
}

export function signalsOf(
  { total, byOrganisation }: Signals,
  signalled: readonly SignalledService[],
): Snapshot['signals'] {
  return {
    total,
    byOrganisation: byOrganisation.map(({ organisation: { slug, name, parent }, counts }) => ({
      organisation: { slug, name, parent },
      counts,
    })),
    services: signalled.map(({ reference, name, organisation, owner, stage, signals }) => ({
      ...{ reference, name, owner, stage, signals },
      organisation: organisation.name,
    })),
  };
}

/** Of organisations, and of the services that count. */
export function barriersOf(
  open: readonly Barrier[],
  services: readonly SnapshotService[],
): SnapshotBarrier[] {
  const counted = new Set(services.map(({ reference }) => reference));
  return open
    .filter(({ service }) => service === null || counted.has(service.reference))
    .map(({ id, service, organisation, category, description, nextAction, nextActionOwner, raisedOn }) => ({
      ...{ id, service, category, description, nextAction, nextActionOwner, raisedOn },
      organisation: organisation.name,
    }));
}
