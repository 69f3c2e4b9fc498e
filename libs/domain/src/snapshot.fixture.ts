import { comparisonOf, type Movement } from './comparison.js';
import { type Counts, noCounts } from './counts.js';
import { definitionsWith } from './definitions.js';
import type { AllCounts } from './figures.js';
import { onlineCounts, redesignCounts } from './measures.js';
import { defaultThresholds } from './signal.js';
import type { Snapshot, SnapshotComparison, SnapshotReturn, SnapshotService } from './snapshot.js';

/** All figures of a list that is external only, and says nothing of offices. */
export function figuresOf(total: Counts): AllCounts {
  const silent = { ...noCounts(), services: total.services, not_recorded: total.services };
  return {
    total,
    byAudience: { external: total, internal: noCounts() },
    online: onlineCounts(total),
    redesign: redesignCounts(total, 0),
    offices: { frontOffice: silent, middleOffice: silent, backOffice: silent },
  };
}

export function comparedWith(quarter: string, on: string, matrix: readonly Movement[]): SnapshotComparison {
  return { quarter, comparison: comparisonOf(on, matrix), matrix, moved: [] };
}

const noSignals = {
  ...{
    services: 0,
    any: 0,
    stalled: 0,
    went_backwards: 0,
    slipped: 0,
    front_only: 0,
    check_claim: 0,
    no_data: 0,
  },
};

/** The snapshot of a quarter in which there is nothing, but for what is given. */
export function snapshotOf(given: Partial<Snapshot> = {}): Snapshot {
  return {
    format: 1,
    quarter: { id: '2026-27-Q2', from: '2026-07-01', to: '2026-09-30' },
    revision: 1,
    frozenAt: '2026-10-28T13:15:00.000Z',
    reason: null,
    contact: 'oversight@headway.example',
    definitions: definitionsWith(defaultThresholds),
    thresholds: defaultThresholds,
    figures: figuresOf(noCounts()),
    organisations: [],
    trend: [
      { quarter: '2025-26-Q2', on: '2025-09-30', ...figuresOf(noCounts()) },
      { quarter: '2026-27-Q1', on: '2026-06-30', ...figuresOf(noCounts()) },
      { quarter: '2026-27-Q2', on: '2026-09-30', ...(given.figures ?? figuresOf(noCounts())) },
    ],
    organisationTrend: [],
    comparisons: {
      lastQuarter: comparedWith('2026-27-Q1', '2026-06-30', []),
      lastYear: comparedWith('2025-26-Q2', '2025-09-30', []),
    },
    signals: { total: noSignals, byOrganisation: [], services: [] },
    targets: [],
    barriers: [],
    returns: [],
    services: [],
    published: { lastQuarter: null, lastYear: null },
    ...given,
  };
}

export function returnOf(name: string, given: Partial<SnapshotReturn> = {}): SnapshotReturn {
  return {
    organisation: { slug: name.toLowerCase(), name, parent: null },
    ...{
      state: 'signed_off',
      confidence: 'fairly_confident',
      confidenceBefore: null,
      fell: false,
      summary: null,
    },
    ...{
      submittedAt: '2026-10-20T09:00:00.000Z',
      submittedBy: 'Ann',
      signedOffAt: '2026-10-21T09:00:00.000Z',
    },
    ...{ signedOffBy: 'Ben', excused: null, counts: null },
    ...given,
  };
}

export function serviceOf(reference: string, given: Partial<SnapshotService> = {}): SnapshotService {
  return {
    ...{ reference, name: `Service ${reference}`, organisation: { slug: 'one', name: 'Department One' } },
    ...{ audience: 'external', stage: 'live', stageSince: '2026-01-31', redesignUnderWay: false },
    offices: { frontOffice: null, middleOffice: null, backOffice: null },
    ...{
      liveBy: null,
      redesignedBy: null,
      transactionsAYear: null,
      owner: null,
      address: null,
      evidence: null,
    },
    ...given,
  };
}
