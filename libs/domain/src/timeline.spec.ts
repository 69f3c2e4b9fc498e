import { inForce, kindOf, stageSince, timeline } from './timeline.js';
import { record, statement } from './stage-record.fixture.js';

describe('the record in force', () => {
  const history = () => [
    record(1, '2024-01-10', 'not_started'),
    record(2, '2025-03-01', 'in_progress'),
    record(3, '2026-02-28', 'live'),
  ];

  const cases = [
    ['2024-01-09', null],
    ['2024-01-10', 1],
    ['2025-02-28', 1],
    ['2025-03-01', 2],
    ['2026-02-27', 2],
    ['2026-02-28', 3],
    ['2030-01-01', 3],
  ] as const;
  for (const [on, sequence] of cases)
    it(`on ${on} is ${sequence ? `record ${sequence}` : 'none'}`, () =>
      expect(inForce(history(), on)?.sequence ?? null).toBe(sequence));

  it('on one date is the one written last, whichever way they come', () => {
    const [first, last] = [record(7, '2026-01-01', 'live'), record(8, '2026-01-01', 'in_progress')];
    expect(inForce([first, last], '2026-01-01')).toBe(last);
    expect(inForce([last, first], '2026-01-01')).toBe(last);
  });

  it('is by the date it became true, not by when it was written', () => {
    const backDated = record(9, '2025-06-01', 'not_started');
    expect(inForce([...history(), backDated], '2026-03-01')?.sequence).toBe(3);
    expect(inForce([...history(), backDated], '2025-12-31')).toBe(backDated);
  });

  it('is none where there are no records', () => expect(inForce([], '2026-01-01')).toBeNull());

  it('is found without reordering what it was given', () => {
    const given = [record(2, '2025-01-01', 'live'), record(1, '2024-01-01', 'in_progress')];
    inForce(given, '2026-01-01');
    expect(given.map(({ sequence }) => sequence)).toEqual([2, 1]);
  });
});

describe('the kind of a record', () => {
  const before = statement('2025-01-01', 'live', { frontOffice: 'live' });
  const after = (change: Parameters<typeof statement>[2]) =>
    statement('2026-01-01', 'live', { frontOffice: 'live', ...change });

  it('is first where nothing is in force before it', () => expect(kindOf(before, null)).toBe('first'));
  it('is a move where the stage is higher', () =>
    expect(kindOf(after({ stage: 'redesigned' }), before)).toBe('move'));
  it('is backwards where the stage is lower', () =>
    expect(kindOf(after({ stage: 'in_progress' }), before)).toBe('went_backwards'));
  it('is a confirmation where nothing has changed', () =>
    expect(kindOf(after({}), before)).toBe('confirmation'));
  it('is a confirmation where only the note is another, or evidence is left out', () => {
    expect(kindOf(after({ note: 'Still so' }), before)).toBe('confirmation');
    const withEvidence = { ...before, evidenceUrl: 'https://a.example' };
    expect(kindOf(after({}), withEvidence)).toBe('confirmation');
    expect(kindOf(after({ evidenceUrl: 'https://a.example' }), withEvidence)).toBe('confirmation');
  });

  const details = [
    { redesignUnderWay: true },
    { frontOffice: 'redesigned' },
    { frontOffice: null },
    { middleOffice: 'live' },
    { backOffice: 'not_started' },
    { evidenceUrl: 'https://a.example' },
  ] as const;
  for (const change of details)
    it(`is a detail, not a move, where only ${JSON.stringify(change)} changes`, () =>
      expect(kindOf(after(change), before)).toBe('detail'));

  it('is a move where the stage changes together with an office', () =>
    expect(kindOf(after({ stage: 'redesigned', backOffice: 'live' }), before)).toBe('move'));
});

describe('the timeline', () => {
  const kinds = (...records: ReturnType<typeof record>[]) =>
    timeline(records).map(({ sequence, kind }) => [sequence, kind]);

  it('has the newest first, each with its kind', () => {
    expect(
      kinds(
        record(1, '2024-01-01', 'not_started'),
        record(2, '2025-01-01', 'live'),
        record(3, '2026-01-01', 'live'),
        record(4, '2026-02-01', 'in_progress'),
      ),
    ).toEqual([
      [4, 'went_backwards'],
      [3, 'restated'],
      [2, 'move'],
      [1, 'first'],
    ]);
  });

  it('is read again where a record is back-dated between two', () => {
    const [old, recent] = [record(1, '2024-01-01', 'not_started'), record(2, '2026-01-01', 'live')];
    expect(kinds(old, recent)).toEqual([
      [2, 'move'],
      [1, 'first'],
    ]);
    expect(kinds(old, recent, record(3, '2025-01-01', 'live'))).toEqual([
      [2, 'restated'],
      [3, 'move'],
      [1, 'first'],
    ]);
  });

  it('has a record back-dated before all others as the first', () => {
    expect(kinds(record(1, '2025-01-01', 'live'), record(2, '2024-01-01', 'live'))).toEqual([
      [1, 'restated'],
      [2, 'first'],
    ]);
  });

  it('has records of one date in the order they were written, the last alone as a move', () => {
    expect(kinds(record(5, '2025-01-01', 'in_progress'), record(4, '2025-01-01', 'live'))).toEqual([
      [5, 'first'],
      [4, 'superseded'],
    ]);
    const before = record(1, '2024-01-01', 'in_progress');
    const live = record(2, '2025-01-01', 'live');
    // Live for a part of a day is no step backwards, and back at what was before it is no move.
    expect(kinds(before, live, record(3, '2025-01-01', 'in_progress'))).toEqual([
      [3, 'restated'],
      [2, 'superseded'],
      [1, 'first'],
    ]);
    expect(kinds(before, live, record(3, '2025-01-01', 'not_started'))[0]).toEqual([3, 'went_backwards']);
  });

  it('of no records is empty', () => expect(timeline([])).toEqual([]));
});

describe('since when a stage has been in force', () => {
  const cases = [
    ['the only record', [record(1, '2025-01-01', 'live')], '2025-01-01'],
    [
      'the first of an unbroken run',
      [
        record(1, '2024-01-01', 'in_progress'),
        record(2, '2025-01-01', 'live'),
        record(3, '2025-06-01', 'live'),
        record(4, '2026-01-01', 'live'),
      ],
      '2025-01-01',
    ],
    [
      'the return to a stage, not the first time there',
      [
        record(1, '2023-01-01', 'live'),
        record(2, '2024-01-01', 'in_progress'),
        record(3, '2025-01-01', 'live'),
      ],
      '2025-01-01',
    ],
    [
      'a back-dated record that lengthens the run',
      [record(1, '2025-01-01', 'live'), record(2, '2024-01-01', 'live')],
      '2024-01-01',
    ],
    [
      'not since a day on which another stage was in force for a part of it',
      [
        record(1, '2024-01-01', 'live'),
        record(2, '2025-01-01', 'in_progress'),
        record(3, '2025-01-01', 'live'),
      ],
      '2024-01-01',
    ],
    [
      'the whole run, where it reaches back to the first record',
      [record(1, '2024-01-01', 'live'), record(2, '2025-01-01', 'live', { backOffice: 'live' })],
      '2024-01-01',
    ],
  ] as const;
  for (const [what, records, since] of cases)
    it(`is ${what}`, () => {
      expect(stageSince(records)).toBe(since);
      expect(stageSince(records.toReversed())).toBe(since);
    });

  it('is never where there are no records', () => expect(stageSince([])).toBeNull());
});
