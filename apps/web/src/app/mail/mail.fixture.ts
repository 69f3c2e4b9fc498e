import type { Mail, MailList } from '@headway/contract';

export const mailOf = (change: Partial<Mail> = {}): Mail => ({
  id: '3f0c8a52-54ab-4c0e-9d5c-1b2f5d3c7a10',
  kind: 'due_soon',
  to: { name: 'Ada Lead', email: 'ada@headway.example' },
  subject: 'HM Treasury: reminder of the return for Q3 2026-27, due on 28 January 2027',
  quarter: '2026-27-Q3',
  organisation: { slug: 'hm-treasury', name: 'HM Treasury', abbreviation: 'HMT' },
  madeAt: '2027-01-21T09:00:05.000Z',
  state: 'outbox',
  sentAt: null,
  failure: null,
  attempts: 0,
  body: 'It needs to be submitted.\n\nhttps://headway.example/quarters/2026-27-Q3/returns/hm-treasury',
  ...change,
});

export const listOf = (change: Partial<MailList> = {}): MailList => {
  const { body: _, ...summary } = mailOf();
  return { items: [summary], page: 1, pageSize: 50, total: 1, leaves: false, ...change };
};
