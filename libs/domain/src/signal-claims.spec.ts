import type { FoundSignal, SignalFacts } from './signal.js';
import { evidenceUrl, found } from './signal.fixture.js';
import { record } from './stage-record.fixture.js';
import { type Stage, stages } from './stage.js';
import type { KnownRecord } from './timeline.js';

interface Rest extends Partial<SignalFacts> {
  readonly day?: string;
  readonly no_data?: number;
}
const only = (
  signal: FoundSignal['signal'],
  records: readonly KnownRecord[],
  { day, no_data = 2, ...rest }: Rest = {},
) => found({ records, ...rest }, { no_data }, day).find((one) => one.signal === signal);

const anyOffice = [null, ...stages];

/** A mark for each stage of the back office, nothing said of it first: what holds (X) for what is said besides. */
describe('front office only', () => {
  const cells: readonly [front: Stage | null, middle: Stage | null, marks: string][] = [
    //  back office:          null not_started in_progress live redesigned
    [null, null, '          - - - - -'],
    [null, 'not_started', ' - - - - -'],
    ['not_started', 'not_started', '- - - - -'],
    ['in_progress', 'not_started', '- - - - -'],
    ['live', null, '        - X - - -'],
    ['live', 'not_started', 'X X X X X'],
    ['live', 'in_progress', '- X - - -'],
    ['live', 'live', '      - X - - -'],
    ['live', 'redesigned', '- X - - -'],
    ['redesigned', null, '  - X - - -'],
    ['redesigned', 'not_started', 'X X X X X'],
    ['redesigned', 'redesigned', '- X - - -'],
  ];
  for (const [frontOffice, middleOffice, marks] of cells)
    for (const [n, backOffice] of anyOffice.entries())
      it(`front ${frontOffice}, middle ${middleOffice}, back ${backOffice}: ${marks.trim().split(' ')[n]}`, () => {
        const said = record(1, '2026-01-31', 'in_progress', { frontOffice, middleOffice, backOffice });
        const signal = only('front_only', [said]);
        expect(signal ? 'X' : '-').toBe(marks.trim().split(' ')[n]!);
      });

  const offices = { frontOffice: 'live', middleOffice: 'not_started', backOffice: 'not_started' } as const;
  it('says which, since the first of the records that say so', () => {
    const records = [
      record(1, '2026-01-31', 'in_progress', { ...offices, frontOffice: 'in_progress' }),
      record(2, '2026-03-31', 'in_progress', offices),
      record(3, '2026-06-30', 'in_progress', { ...offices, backOffice: 'in_progress' }),
    ];
    expect(only('front_only', records)).toEqual({
      signal: 'front_only',
      began: '2026-03-31',
      offices: [{ office: 'middleOffice', stage: 'not_started' }],
    });
    expect(only('front_only', records, { day: '2026-04-30' })).toEqual({
      signal: 'front_only',
      began: '2026-03-31',
      offices: [
        { office: 'middleOffice', stage: 'not_started' },
        { office: 'backOffice', stage: 'not_started' },
      ],
    });
    expect(only('front_only', records, { day: '2026-03-30' })).toBeUndefined();
  });
});

describe('a claim to check', () => {
  const cells: readonly [stage: Stage, middle: Stage | null, marks: string][] = [
    //  back office:        null not_started in_progress live redesigned
    ['not_started', 'not_started', '- - - - -'],
    ['in_progress', 'not_started', '- - - - -'],
    ['live', 'not_started', '- - - - -'],
    ['redesigned', null, ' - X X - -'],
    ['redesigned', 'not_started', 'X X X X X'],
    ['redesigned', 'in_progress', 'X X X X X'],
    ['redesigned', 'live', '- X X - -'],
    ['redesigned', 'redesigned', '- X X - -'],
  ];
  for (const [stage, middleOffice, marks] of cells)
    for (const [n, backOffice] of anyOffice.entries())
      it(`${stage} with evidence, middle ${middleOffice}, back ${backOffice}: ${marks.trim().split(' ')[n]}`, () => {
        const said = record(1, '2026-01-31', stage, { middleOffice, backOffice, evidenceUrl });
        expect(only('check_claim', [said]) ? 'X' : '-').toBe(marks.trim().split(' ')[n]!);
      });

  for (const [stage, holds] of [
    ['not_started', false],
    ['in_progress', false],
    ['live', true],
    ['redesigned', true],
  ] as const)
    it(`${stage} without evidence: ${holds}`, () =>
      expect(only('check_claim', [record(1, '2026-01-31', stage)])).toEqual(
        holds
          ? { signal: 'check_claim', began: '2026-01-31', offices: [], evidenceMissing: true }
          : undefined,
      ));

  it('is one as long as it holds, for whatever reason', () => {
    const records = [
      record(1, '2026-01-31', 'live', { evidenceUrl }),
      record(2, '2026-03-31', 'live'),
      record(3, '2026-06-30', 'redesigned', { backOffice: 'in_progress', evidenceUrl }),
    ];
    expect(only('check_claim', records)).toEqual({
      signal: 'check_claim',
      began: '2026-03-31',
      offices: [{ office: 'backOffice', stage: 'in_progress' }],
      evidenceMissing: false,
    });
    expect(only('check_claim', records, { day: '2026-03-30' })).toBeUndefined();
  });
});

describe('no data', () => {
  const at = (...days: readonly string[]) =>
    days.map((day, n) => record(n + 1, '2020-01-31', 'in_progress', { recordedAt: `${day}T12:00:00.000Z` }));
  // On 24 November 2026 the last two quarters to have ended are April to September.
  const cases: readonly [
    what: string,
    args: [readonly KnownRecord[], Rest?],
    began: string | null | undefined,
  ][] = [
    ['nothing at all', [[]], null],
    ['nothing, opened as they began', [[], { opensOn: '2026-04-01' }], '2026-10-01'],
    ['nothing, opened a day later', [[], { opensOn: '2026-04-02' }], undefined],
    ['nothing, opened in between', [[], { opensOn: '2025-05-31' }], '2026-01-01'],
    ['recorded the day before they began', [at('2026-03-31')], '2026-10-01'],
    ['recorded on their first day', [at('2026-04-01')], undefined],
    ['recorded in the present quarter', [at('2026-11-24')], undefined],
    ['recorded long ago', [at('2024-01-31')], '2024-10-01'],
    ['confirmed since', [at('2024-01-31', '2026-05-31')], undefined],
    ['recorded at the end of a day in winter', [[lastSaid('2026-03-28T23:59:59.000Z')]], '2026-10-01'],
    ['recorded on 1 April in London, in March in UTC', [[lastSaid('2026-03-31T23:30:00.000Z')]], undefined],
    ['one day before the second quarter has ended', [at('2026-03-31'), { day: '2026-09-30' }], undefined],
    ['as soon as it has ended', [at('2026-03-31'), { day: '2026-10-01' }], '2026-10-01'],
    ['for one quarter only, where one is enough', [at('2026-06-30'), { no_data: 1 }], '2026-10-01'],
    ['for one quarter only, where three are needed', [at('2026-03-31'), { no_data: 3 }], undefined],
    ['written down only after the day that is asked for', [at('2026-11-24'), { day: '2026-03-31' }], null],
  ];
  for (const [what, args, began] of cases)
    it(`${what}: ${began === undefined ? 'not' : `since ${began}`}`, () =>
      expect(only('no_data', ...args)?.began).toBe(began));

  it('says when it was last recorded or confirmed', () => {
    expect(only('no_data', at('2024-01-31', '2023-01-31'))).toEqual({
      signal: 'no_data',
      began: '2024-10-01',
      last: '2024-01-31',
    });
    expect(only('no_data', [])).toEqual({ signal: 'no_data', began: null, last: null });
  });

  it('leaves all else to be said', () => {
    const records = [record(1, '2020-01-31', 'redesigned', { recordedAt: '2020-01-31T12:00:00.000Z' })];
    expect(found({ records }).map(({ signal }) => signal)).toEqual(['check_claim', 'no_data']);
  });
});

function lastSaid(recordedAt: string): KnownRecord {
  return record(1, '2020-01-31', 'in_progress', { recordedAt });
}
