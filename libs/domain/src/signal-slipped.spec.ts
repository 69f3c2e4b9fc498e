import type { SetTarget } from './signal.js';
import { found, on, said } from './signal.fixture.js';
import type { Stage } from './stage.js';

describe('slipped on 24 November 2026', () => {
  type Set = readonly [dueOn: string | null, setOn: string];
  const set = (...dates: readonly Set[]): SetTarget[] =>
    dates.map(([dueOn, setOn]) => ({ stage: 'live', dueOn, setOn }));
  const [a, b, c] = ['2026-12-31', '2027-03-31', '2027-06-30'] as const;
  const cases: readonly [what: string, targets: SetTarget[], now: Stage | null, began: string | null][] = [
    ['no target', [], 'in_progress', null],
    ['to come', set([a, '2026-01-31']), 'in_progress', null],
    ['due today', set([on, '2026-01-31']), 'in_progress', null],
    ['passed yesterday', set(['2026-11-23', '2026-01-31']), 'in_progress', on],
    ['passed, and nothing recorded', set(['2026-03-31', '2026-01-31']), null, '2026-04-01'],
    ['passed when it was first set', set(['2025-03-31', '2026-10-31']), 'in_progress', '2026-10-31'],
    ['passed, but set only later', set(['2025-03-31', '2026-11-25']), 'in_progress', null],
    ['passed, but reached', set(['2026-03-31', '2026-01-31']), 'live', null],
    ['passed, but reached and more', set(['2026-03-31', '2026-01-31']), 'redesigned', null],
    ['moved later once', set([a, '2026-01-31'], [b, '2026-02-28']), 'in_progress', null],
    [
      'moved later twice',
      set([a, '2026-01-31'], [b, '2026-02-28'], [c, '2026-10-31']),
      'in_progress',
      '2026-10-31',
    ],
    [
      'moved later twice, but reached',
      set([a, '2026-01-31'], [b, '2026-02-28'], [c, '2026-03-31']),
      'live',
      null,
    ],
    [
      'moved later twice, then given up',
      set([a, '2026-01-31'], [b, '2026-02-28'], [c, '2026-03-31'], [null, '2026-04-30']),
      'in_progress',
      null,
    ],
    [
      'moved later twice, given up in between',
      set([a, '2026-01-31'], [b, '2026-02-28'], [null, '2026-03-31'], [c, '2026-04-30']),
      'in_progress',
      '2026-04-30',
    ],
    [
      'moved later, earlier and later',
      set([b, '2026-01-31'], [c, '2026-02-28'], [a, '2026-03-31'], [b, '2026-04-30']),
      'in_progress',
      '2026-04-30',
    ],
    [
      'moved later, the second time only tomorrow',
      set([a, '2026-01-31'], [b, '2026-02-28'], [c, '2026-11-25']),
      'in_progress',
      null,
    ],
    [
      'moved earlier twice',
      set([c, '2026-01-31'], [b, '2026-02-28'], [a, '2026-03-31']),
      'in_progress',
      null,
    ],
    [
      'moved later three times: since the second',
      set(['2026-09-30', '2026-01-31'], [a, '2026-02-28'], [b, '2026-03-31'], [c, '2026-04-30']),
      'in_progress',
      '2026-03-31',
    ],
    [
      'moved later twice, and passed',
      set(['2026-03-31', '2026-01-31'], ['2026-06-30', '2026-03-31'], ['2026-09-30', '2026-06-30']),
      'in_progress',
      '2026-06-30',
    ],
  ];
  for (const [what, targets, stage, began] of cases)
    it(`${what}: ${began ? `since ${began}` : 'not'}`, () => {
      const records = stage ? said(['2026-01-31', stage]) : [];
      const slipped = found({ records, targets }).filter(({ signal }) => signal === 'slipped');
      expect(slipped.map((one) => one.began)).toEqual(began ? [began] : []);
    });

  it('says the dates that it moved from and to, and the one that passed', () => {
    const targets = set(
      ['2026-03-31', '2026-01-31'],
      ['2026-06-30', '2026-03-31'],
      ['2026-05-31', '2026-04-30'],
    );
    expect(found({ records: said(['2026-01-31', 'in_progress']), targets })).toEqual([
      {
        signal: 'slipped',
        began: '2026-06-01',
        target: 'live',
        dueOn: '2026-05-31',
        passed: true,
        moves: [{ from: '2026-03-31', to: '2026-06-30', setOn: '2026-03-31' }],
      },
    ]);
  });

  it('is said of each target apart', () => {
    const targets = set(['2026-03-31', '2026-01-31']).flatMap((one) => [
      one,
      { ...one, stage: 'redesigned' as const, dueOn: '2026-06-30' },
    ]);
    const began = (stage: Stage) =>
      found({ records: said(['2026-01-31', stage]), targets }).map((one) => one.began);
    expect(began('in_progress')).toEqual(['2026-04-01', '2026-07-01']);
    expect(began('live')).toEqual(['2026-07-01']);
    expect(began('redesigned')).toEqual([]);
  });

  it('counts by the threshold that is set', () => {
    const facts = {
      records: said(['2026-01-31', 'in_progress']),
      targets: set([a, '2026-01-31'], [b, '2026-02-28']),
    };
    expect(found(facts, { slipped: 1 }).length).toBe(1);
    expect(found(facts, { slipped: 2 })).toEqual([]);
  });
});
