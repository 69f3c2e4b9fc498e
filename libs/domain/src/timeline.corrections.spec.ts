import { record } from './stage-record.fixture.js';
import { asKnownAt, inForce, timeline } from './timeline.js';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 1, 9, minute)).toISOString();

describe('a history with corrections', () => {
  /** Live by mistake at 9:02, put right at 9:04. */
  const history = () => [
    record(1, '2025-01-10', 'in_progress'),
    record(2, '2025-06-01', 'live', { correctedAt: at(4) }),
    record(3, '2026-01-01', 'live'),
    record(4, '2025-06-01', 'in_progress', { replaces: '2' }),
  ];

  const cases = [
    [at(0), [], null],
    [at(1), [1], 1],
    [at(2), [1, 2], 2],
    [at(3), [1, 2, 3], 2],
    [at(4), [1, 3, 4], 4],
    [null, [1, 3, 4], 4],
  ] as const;
  for (const [instant, counting, on2025] of cases)
    it(`as known ${instant ?? 'now'} has ${counting.length} records that count`, () => {
      const known = asKnownAt(history(), instant);
      expect(known.map(({ sequence }) => sequence)).toEqual([...counting]);
      expect(inForce(known, '2025-12-31')?.sequence ?? null).toBe(on2025);
    });

  it('tells corrections apart, and reads the rest as if the mistake had never been', () => {
    expect(
      timeline(history()).map(({ sequence, kind, stageBefore }) => [sequence, kind, stageBefore]),
    ).toEqual([
      [3, 'move', 'in_progress'],
      [4, 'correction', 'in_progress'],
      [2, 'corrected', 'in_progress'],
      [1, 'first', null],
    ]);
  });

  it('has no step backwards where a correction says less than what it replaces', () => {
    const kinds = timeline([
      record(1, '2025-01-10', 'redesigned', { correctedAt: at(2) }),
      record(2, '2025-01-10', 'live', { replaces: '1' }),
    ]).map(({ kind }) => kind);
    expect(kinds).toEqual(['correction', 'corrected']);
  });

  it('has a corrected correction as corrected', () => {
    const kinds = timeline([
      record(1, '2025-01-10', 'live', { correctedAt: at(2) }),
      record(2, '2025-01-10', 'redesigned', { replaces: '1', correctedAt: at(3) }),
      record(3, '2025-01-10', 'in_progress', { replaces: '2' }),
    ]).map(({ kind }) => kind);
    expect(kinds).toEqual(['correction', 'corrected', 'corrected']);
  });

  it('has a first record again after the first was withdrawn', () => {
    const kinds = timeline([
      record(1, '2025-01-10', 'live', { correctedAt: at(2) }),
      record(2, '2025-06-01', 'live'),
    ]).map(({ kind }) => kind);
    expect(kinds).toEqual(['first', 'corrected']);
  });
});
