import type { Service, StageRecord } from '@headway/contract';

export const serviceOf = (change: Partial<Service> = {}): Service => ({
  id: '3f0c8a52-54ab-4c0e-9d5c-1b2f5d3c7a10',
  reference: 'DWP-001',
  name: 'Apply for a licence',
  audience: 'external',
  description: null,
  address: null,
  transactionsAYear: null,
  owner: null,
  opensOn: null,
  organisation: {
    id: '7b0a6f6e-3f0c-4f64-8f6f-0b6f2f1f9c11',
    slug: 'department-for-work-and-pensions',
    name: 'Department for Work and Pensions',
    abbreviation: 'DWP',
  },
  stage: 'live',
  stageSince: '2024-05-03',
  redesignUnderWay: false,
  frontOffice: null,
  middleOffice: null,
  backOffice: null,
  lastRecordedAt: null,
  version: 1,
  ...change,
});

export const recordOf = (change: Partial<StageRecord> = {}): StageRecord => ({
  id: '5a0c8a52-54ab-4c0e-9d5c-1b2f5d3c7a12',
  stage: 'live',
  redesignUnderWay: false,
  frontOffice: null,
  middleOffice: null,
  backOffice: null,
  effectiveOn: '2024-05-03',
  note: null,
  evidenceUrl: null,
  recordedAt: '2024-05-03T10:00:00Z',
  recordedBy: 'Ada Lead',
  kind: 'move',
  ...change,
});
