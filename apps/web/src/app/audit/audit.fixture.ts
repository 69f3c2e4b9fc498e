import type { AuditEntry, AuditList } from '@headway/contract';

export const entryOf = (change: Partial<AuditEntry> = {}): AuditEntry => ({
  id: 7,
  at: '2026-06-30T22:30:05.000Z',
  person: { name: 'Ada Lead', email: 'ada@headway.example' },
  organisation: { slug: 'hm-treasury', name: 'HM Treasury', abbreviation: 'HMT' },
  action: 'service.changed',
  subject: 'HMT-001',
  detail: { before: { name: 'Old' }, after: { name: 'New' } },
  position: 3,
  hash: 'ab'.repeat(32),
  ...change,
});

export const listOf = (change: Partial<AuditList> = {}): AuditList => ({
  items: [entryOf()],
  page: 1,
  pageSize: 50,
  total: 1,
  heads: [],
  ...change,
});
