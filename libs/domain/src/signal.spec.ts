import type { FoundSignal } from './signal.js';
import { found, on, said } from './signal.fixture.js';
import type { Stage } from './stage.js';
import type { KnownRecord } from './timeline.js';

type Case = readonly [what: string, records: KnownRecord[], expected: FoundSignal | null];
const table = (signal: FoundSignal['signal'], cases: readonly Case[]) => {
  for (const [what, records, expected] of cases)
    it(`${what}: ${expected ? 'holds' : 'not'}`, () =>
      expect(found({ records }).filter((one) => one.signal === signal)).toEqual(expected ? [expected] : []));
};

describe('stalled on 24 November 2026', () => {
  const since = (day: string, began: string): FoundSignal => ({ signal: 'stalled', began, since: day });
  table('stalled', [
    ['nothing recorded', [], null],
    ['in progress for 365 days', said(['2025-11-24', 'in_progress']), since('2025-11-24', '2026-11-24')],
    ['in progress for 364 days', said(['2025-11-25', 'in_progress']), null],
    ['in progress for years', said(['2020-01-31', 'in_progress']), since('2020-01-31', '2021-01-30')],
    [
      'confirmed since, which is no move',
      said(['2020-01-31', 'in_progress'], ['2026-11-01', 'in_progress']),
      since('2020-01-31', '2021-01-30'),
    ],
    [
      'redesign begun since, which is no move',
      said(['2020-01-31', 'in_progress'], ['2026-11-01', 'in_progress', { redesignUnderWay: true }]),
      since('2020-01-31', '2021-01-30'),
    ],
    [
      'moved away and back',
      said(['2020-01-31', 'in_progress'], ['2024-01-31', 'live'], ['2026-01-31', 'in_progress']),
      null,
    ],
    ['not started for years', said(['2020-01-31', 'not_started']), null],
    ['live for years', said(['2020-01-31', 'live']), null],
    ['redesigned for years', said(['2020-01-31', 'redesigned']), null],
    ['moved on today', said(['2020-01-31', 'in_progress'], [on, 'live']), null],
    [
      'moves on only later',
      said(['2020-01-31', 'in_progress'], ['2026-11-25', 'live']),
      since('2020-01-31', '2021-01-30'),
    ],
  ]);

  it('counts by the threshold that is set', () => {
    const records = said(['2026-10-25', 'in_progress']);
    expect(found({ records }, { stalled: 30 })).toEqual([since('2026-10-25', '2026-11-24')]);
    expect(found({ records }, { stalled: 31 })).toEqual([]);
  });

  it('is never said where there is no data', () => {
    const records = said(['2020-01-31', 'in_progress', { recordedAt: '2020-01-31T12:00:00.000Z' }]);
    expect(found({ records }).map(({ signal }) => signal)).toEqual(['no_data']);
    expect(found({ records }, { no_data: 20 }).map(({ signal }) => signal)).toEqual(['no_data']);
    const later = said(['2020-01-31', 'in_progress', { recordedAt: '2024-01-31T12:00:00.000Z' }]);
    expect(found({ records: later }, { no_data: 20 }).map(({ signal }) => signal)).toEqual(['stalled']);
  });
});

describe('a service that was closed and opened again', () => {
  const records = said(['2019-01-31', 'in_progress']);
  const at = (reopenedOn: string, day: string) =>
    found({ records, reopenedOn, saidOn: '2019-01-31' }, {}, day)
      .map(({ signal, began }) => `${signal} since ${began}`)
      .filter((one) => /stalled|no_data/.test(one));

  it('is not stalled for the time in which it was closed, and begins anew', () => {
    expect(at('2026-11-14', '2026-11-24')).toEqual([]);
    // Somebody has said something since, so it is no matter of no data.
    const later = { records, reopenedOn: '2025-11-24', saidOn: '2026-11-01' };
    expect(found(later).filter(({ signal }) => signal === 'stalled')).toEqual([
      { signal: 'stalled', began: '2026-11-24', since: '2025-11-24' },
    ]);
    expect(
      found({ ...later, reopenedOn: '2025-11-25' }).filter(({ signal }) => signal === 'stalled'),
    ).toEqual([]);
  });

  it('has no data only once whole quarters have passed since', () => {
    expect(at('2026-04-02', '2026-11-24')).toEqual([]);
    expect(at('2026-04-01', '2026-11-24')).toEqual(['no_data since 2026-10-01']);
  });
});

describe('went backwards on 24 November 2026', () => {
  const back = (began: string, from: Stage, to: Stage): FoundSignal => {
    return { signal: 'went_backwards', began, from, to };
  };
  table('went_backwards', [
    ['nothing recorded', [], null],
    ['first record', said(['2026-11-01', 'not_started']), null],
    ['up', said(['2024-01-31', 'in_progress'], ['2026-11-01', 'live']), null],
    ['down today', said(['2024-01-31', 'live'], [on, 'in_progress']), back(on, 'live', 'in_progress')],
    [
      'down 364 days ago',
      said(['2024-01-31', 'redesigned'], ['2025-11-25', 'live']),
      back('2025-11-25', 'redesigned', 'live'),
    ],
    ['down 365 days ago', said(['2024-01-31', 'redesigned'], ['2025-11-24', 'live']), null],
    ['down tomorrow', said(['2024-01-31', 'live'], ['2026-11-25', 'in_progress']), null],
    [
      'down and up again',
      said(['2024-01-31', 'live'], ['2026-03-31', 'in_progress'], ['2026-06-30', 'live']),
      back('2026-03-31', 'live', 'in_progress'),
    ],
    [
      'down twice: the latest',
      said(['2024-01-31', 'live'], ['2026-03-31', 'in_progress'], ['2026-06-30', 'not_started']),
      back('2026-06-30', 'in_progress', 'not_started'),
    ],
    [
      'down in a correction, which is no move',
      said(['2024-01-31', 'live'], ['2026-03-31', 'in_progress', { replaces: 'another' }]),
      null,
    ],
    [
      'down from what a correction said',
      said(['2024-01-31', 'live', { replaces: 'another' }], ['2026-03-31', 'in_progress']),
      back('2026-03-31', 'live', 'in_progress'),
    ],
    [
      'down by a record that is corrected only after the instant asked for',
      said(
        ['2024-01-31', 'live'],
        ['2026-03-31', 'in_progress', { correctedAt: '2026-12-01T00:00:00.000Z' }],
      ),
      back('2026-03-31', 'live', 'in_progress'),
    ],
    [
      'down by a record that was written down only later',
      said(['2026-09-30', 'in_progress'], ['2026-03-31', 'live']),
      back('2026-09-30', 'live', 'in_progress'),
    ],
    [
      'an office alone, which is no move',
      said(
        ['2024-01-31', 'live', { backOffice: 'live' }],
        ['2026-03-31', 'live', { backOffice: 'in_progress' }],
      ),
      null,
    ],
  ]);

  it('counts by the threshold that is set', () => {
    const records = said(['2024-01-31', 'live'], ['2026-10-25', 'in_progress']);
    expect(found({ records }, { went_backwards: 31 }).length).toBe(1);
    expect(found({ records }, { went_backwards: 30 })).toEqual([]);
  });
});
