import type { Service, StageRecord } from '@headway/contract';

export function serviceOf(changes: Partial<Service> = {}): Service {
  return {
    id: '0199d0aa-0000-7000-8000-000000000001',
    reference: 'DWP-014',
    name: 'Apply for a pension',
    audience: 'external',
    description: null,
    address: null,
    transactionsAYear: null,
    owner: null,
    opensOn: '2020-01-01',
    organisation: {
      id: '0199d0aa-0000-7000-8000-000000000002',
      slug: 'dwp',
      name: 'Work and Pensions',
      abbreviation: 'DWP',
    },
    stage: 'live',
    stageSince: '2025-05-01',
    redesignUnderWay: true,
    frontOffice: 'live',
    middleOffice: null,
    backOffice: null,
    closures: [],
    evidenceUrl: null,
    lastRecordedAt: '2025-05-02T09:00:00Z',
    lastWrittenAt: '2025-05-02T09:00:00Z',
    lastEffectiveOn: '2025-05-01',
    lastRecordedBy: 'Dana Wren',
    targets: [],
    barriers: 0,
    lock: null,
    version: 7,
    ...changes,
  };
}

export function recordOf(changes: Partial<StageRecord> = {}): StageRecord {
  return {
    id: '0199d0aa-0000-7000-8000-000000000003',
    stage: 'live',
    redesignUnderWay: true,
    frontOffice: 'live',
    middleOffice: null,
    backOffice: null,
    effectiveOn: '2025-05-01',
    note: 'Went live',
    evidenceUrl: 'https://www.gov.uk/pension',
    recordedAt: '2025-05-02T09:00:00Z',
    recordedBy: 'Dana Wren',
    kind: 'move',
    stageBefore: null,
    replaces: null,
    reason: null,
    correction: null,
    confirms: null,
    fallen: null,
    ...changes,
  };
}
