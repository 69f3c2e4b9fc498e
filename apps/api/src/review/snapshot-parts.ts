import type { Barrier, Movements, Service, SignalledService, Signals } from '@headway/contract';
import {
  type ComparedWith,
  type Quarter,
  type Snapshot,
  type SnapshotBarrier,
  type SnapshotComparison,
  type SnapshotService,
  type SnapshotTarget,
  type TargetStage,
  quarterBefore,
  quarterOn,
  reached,
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

export function targetsOf(services: readonly Service[]): SnapshotTarget[] {
  return services.flatMap(({ reference, name, organisation, stage, targets }) =>
    targets.map(({ stage: aimedAt, dueOn, firstDueOn, slippage }) => ({
      ...{ reference, name, organisation: organisation.name },
      ...{ stage: aimedAt, firstDueOn, dueOn, slippage },
      reached: reached(aimedAt, stage === 'not_recorded' ? null : stage),
    })),
  );
}

/** Of organisations, and of the services that count. */
export function barriersOf(open: readonly Barrier[], services: readonly Service[]): SnapshotBarrier[] {
  const counted = new Set(services.map(({ reference }) => reference));
  return open
    .filter(({ service }) => service === null || counted.has(service.reference))
    .map(({ id, service, organisation, category, description, nextAction, nextActionOwner, raisedOn }) => ({
      ...{ id, service, category, description, nextAction, nextActionOwner, raisedOn },
      organisation: organisation.name,
    }));
}

export function servicesOf(services: readonly Service[]): SnapshotService[] {
  return services.map((one) => {
    const { frontOffice, middleOffice, backOffice } = one;
    const due = (stage: TargetStage) => one.targets.find((target) => target.stage === stage)?.dueOn ?? null;
    return {
      reference: one.reference,
      name: one.name,
      organisation: { slug: one.organisation.slug, name: one.organisation.name },
      audience: one.audience,
      stage: one.stage,
      stageSince: one.stageSince,
      redesignUnderWay: one.redesignUnderWay,
      offices: { frontOffice, middleOffice, backOffice },
      liveBy: due('live'),
      redesignedBy: due('redesigned'),
      transactionsAYear: one.transactionsAYear,
      owner: one.owner,
      address: one.address,
      evidence: one.evidenceUrl,
    };
  });
}
