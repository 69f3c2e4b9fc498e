import { type Closure, closeBroken, closedOn, countsOn } from './service.js';

const retired: Closure = { closedOn: '2025-04-01', reopenedOn: null };
const paused: Closure = { closedOn: '2024-04-01', reopenedOn: '2024-10-01' };

describe('whether a service counts', () => {
  const cases = [
    ['before it opens', { opensOn: '2024-01-01', closures: [] }, '2023-12-31', false],
    ['on the day it opens', { opensOn: '2024-01-01', closures: [] }, '2024-01-01', true],
    ['always, where nobody knows when it opened', { opensOn: null, closures: [] }, '1900-01-01', true],
    ['on the last day before it closes', { opensOn: null, closures: [retired] }, '2025-03-31', true],
    ['on the day it closes', { opensOn: null, closures: [retired] }, '2025-04-01', false],
    ['long after it closed', { opensOn: null, closures: [retired] }, '2099-01-01', false],
    ['while it was closed for a time', { opensOn: null, closures: [paused, retired] }, '2024-09-30', false],
    ['on the day it opened again', { opensOn: null, closures: [paused, retired] }, '2024-10-01', true],
    [
      'cancelled on the day it was to open',
      { opensOn: '2025-04-01', closures: [retired] },
      '2025-04-01',
      false,
    ],
  ] as const;
  for (const [when, service, on, counts] of cases)
    it(`${counts ? 'does' : 'does not'} ${when}`, () => expect(countsOn(service, on)).toBe(counts));

  it('says which closure a date falls into', () => {
    expect(closedOn([paused, retired], '2024-05-01')).toBe(paused);
    expect(closedOn([paused, retired], '2026-05-01')).toBe(retired);
    expect(closedOn([paused, retired], '2024-12-01')).toBeNull();
  });
});

describe('whether a service may close', () => {
  const cases = [
    ['an open one', { opensOn: null, closures: [] }, '2025-01-31', '2025-04-01', null],
    ['one without records', { opensOn: null, closures: [] }, null, '2025-04-01', null],
    ['on the day of its last record', { opensOn: null, closures: [] }, '2025-04-01', '2025-04-01', null],
    [
      'before its last record',
      { opensOn: null, closures: [] },
      '2025-04-02',
      '2025-04-01',
      'closes_before_last_record',
    ],
    [
      'before it opened',
      { opensOn: '2025-05-01', closures: [] },
      null,
      '2025-04-30',
      'closes_before_it_opens',
    ],
    ['on the day it was to open', { opensOn: '2025-05-01', closures: [] }, null, '2025-05-01', null],
    ['a closed one', { opensOn: null, closures: [retired] }, null, '2026-04-01', 'closed_already'],
    ['one that reopened, later', { opensOn: null, closures: [paused] }, null, '2024-10-01', null],
    [
      'one that reopened, while it was closed',
      { opensOn: null, closures: [paused] },
      null,
      '2024-05-01',
      'closed_already',
    ],
    [
      'one that reopened, before it had closed',
      { opensOn: null, closures: [paused] },
      null,
      '2023-05-01',
      'closed_already',
    ],
  ] as const;
  for (const [what, service, lastRecordOn, on, code] of cases)
    it(`${what}: ${code ?? 'may'}`, () =>
      expect(closeBroken(service, lastRecordOn, on)?.code ?? null).toBe(code));
});
