import type { Quarter, Return } from '@headway/contract';
import { returnCounts } from '@headway/domain';

/** An open quarter that nothing was expected of yet. */
export function quarterWith(change: Partial<Quarter> = {}): Quarter {
  return {
    id: '2025-26-Q3',
    from: '2025-10-01',
    to: '2025-12-31',
    state: 'open',
    dueOn: '2026-01-29',
    openedAt: '2025-10-01T09:00:00Z',
    closedAt: null,
    closedBy: null,
    mayReopen: false,
    returns: returnCounts([]),
    revisions: [],
    version: 3,
    ...change,
  };
}

export function revisionOf(revision: number, reason: string | null = null): Quarter['revisions'][number] {
  return { revision, frozenAt: '2026-02-03T10:00:00Z', sha256: `${revision}`.repeat(64), reason };
}

/** A return by the organisation's abbreviation, which in lower case is its slug. */
export function returnOf(abbreviation: string, change: Partial<Return> = {}): Return {
  return {
    quarter: '2025-26-Q3',
    organisation: {
      id: `00000000-0000-4000-8000-${abbreviation.toLowerCase().padEnd(12, '0')}`,
      slug: abbreviation.toLowerCase(),
      name: `Department ${abbreviation}`,
      abbreviation,
    },
    state: 'not_started',
    dueOn: '2026-01-29',
    workingDaysLate: 0,
    services: { total: 30, said: 28, changed: 2, notRecorded: 0 },
    confidence: null,
    confidenceBefore: null,
    summary: null,
    summaryDrafted: false,
    draftedSummary: null,
    reviewed: false,
    restUnchanged: false,
    reference: null,
    submittedAt: null,
    submittedBy: null,
    signedOffAt: null,
    signedOffBy: null,
    maySignOff: false,
    excused: null,
    version: 1,
    ...change,
  };
}
