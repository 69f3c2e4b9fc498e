import fc from 'fast-check';
import { type Ownership, ownedOn, succeeded, transferred } from './ownership.js';
import { day, owned } from './reorganisation.fixture.js';

const told = (periods: readonly Ownership[]) =>
  periods.map(({ organisation, fromOn, toOn }) => `${organisation} ${fromOn ?? ''}-${toOn ?? ''}`.trim());

describe('whose a service is', () => {
  const periods = owned('a', ['2020-01-01', 'b'], ['2022-01-01', 'a']);

  const days = [
    ['0001-01-01', 'a'],
    ['2019-12-31', 'a'],
    ['2020-01-01', 'b'],
    ['2021-12-31', 'b'],
    ['2022-01-01', 'a'],
  ] as const;
  for (const [on, owner] of days)
    it(`on ${on} is ${owner}`, () => expect(ownedOn(periods, on).organisation).toBe(owner));

  const transfers: readonly (readonly [string, Ownership[], string, string[]])[] = [
    ['for good', owned('a'), '2020-01-01', ['a -2020-01-01', 'c 2020-01-01-']],
    [
      'until its owner next changes',
      periods,
      '2019-01-01',
      ['a -2019-01-01', 'c 2019-01-01-2020-01-01', 'b 2020-01-01-2022-01-01', 'a 2022-01-01-'],
    ],
    [
      'instead of one who had it from that day',
      periods,
      '2020-01-01',
      ['a -2020-01-01', 'c 2020-01-01-2022-01-01', 'a 2022-01-01-'],
    ],
    [
      'to whom it goes later anyway',
      owned('a', ['2020-01-01', 'c']),
      '2019-01-01',
      ['a -2019-01-01', 'c 2019-01-01-'],
    ],
    ['to whom had it before', owned('c', ['2020-01-01', 'a']), '2020-01-01', ['c -']],
    ['to its owner, which changes nothing', owned('c'), '2020-01-01', ['c -']],
  ];
  for (const [what, before, on, after] of transfers)
    it(`goes to another ${what}`, () => expect(told(transferred(before, 'c', on))).toEqual(after));

  const successions: readonly (readonly [string, Ownership[], string, string[]])[] = [
    ['from the day on', owned('a'), '2020-01-01', ['a -2020-01-01', 'c 2020-01-01-']],
    [
      'whenever it would come back',
      periods,
      '2019-01-01',
      ['a -2019-01-01', 'c 2019-01-01-2020-01-01', 'b 2020-01-01-2022-01-01', 'c 2022-01-01-'],
    ],
    [
      'where it comes later only',
      periods,
      '2021-01-01',
      ['a -2020-01-01', 'b 2020-01-01-2022-01-01', 'c 2022-01-01-'],
    ],
    [
      'not where it left before',
      owned('a', ['2020-01-01', 'b']),
      '2020-01-01',
      ['a -2020-01-01', 'b 2020-01-01-'],
    ],
    ['not where it never was', owned('b'), '2020-01-01', ['b -']],
    ['as one period with what it owned before', owned('c', ['2020-01-01', 'a']), '2020-01-01', ['c -']],
  ];
  for (const [what, before, on, after] of successions)
    it(`goes to the successor ${what}`, () => expect(told(succeeded(before, 'a', 'c', on))).toEqual(after));
});

describe('any transfer or succession', () => {
  /** Owners over the first days of 2025, neighbours unlike. */
  const history = fc
    .record({
      days: fc.uniqueArray(fc.nat(12), { maxLength: 5 }),
      owners: fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 6, maxLength: 6 }),
    })
    .map(({ days, owners: [first, ...then] }) => {
      const changes = days.toSorted((a, b) => a - b).map((n, index) => [day(n), then[index]!] as const);
      let last = first!;
      return owned(first!, ...changes.filter(([, by]) => by !== last && (last = by)));
    });
  const change = fc.record({
    succeed: fc.boolean(),
    from: fc.constantFrom('a', 'b', 'c'),
    to: fc.constantFrom('a', 'b', 'c', 'd'),
    n: fc.nat(12),
  });
  type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;
  const applied = (before: readonly Ownership[], { succeed, from, to, n }: Change) =>
    succeed ? succeeded(before, from, to, day(n)) : transferred(before, to, day(n));
  const holds = (rule: (before: Ownership[], after: Ownership[], change: Change) => boolean) =>
    expect(() =>
      fc.assert(
        fc.property(history, change, (before, how) => rule(before, applied(before, how), how)),
        { numRuns: 1000 },
      ),
    ).not.toThrow();
  const days = [...Array(16).keys()].map((n) => day(n - 1));

  it('leaves no gap and no overlap, from without beginning to without end', () =>
    holds(
      (_, after) =>
        after[0]!.fromOn === null &&
        after.at(-1)!.toOn === null &&
        after.slice(1).every((one, index) => one.fromOn !== null && one.fromOn === after[index]!.toOn) &&
        after.every(({ fromOn, toOn }) => fromOn === null || toOn === null || fromOn < toOn),
    ));

  it('leaves no neighbours of one owner', () =>
    holds((_, after) => after.every((one, index) => one.organisation !== after[index + 1]?.organisation)));

  it('has one owner on every day, so that totals stay equal', () =>
    holds((before, after) => {
      const tally = (periods: Ownership[]) =>
        days.map(
          (on) => periods.filter(({ fromOn, toOn }) => (fromOn ?? '') <= on && on < (toOn ?? '9999')).length,
        );
      return [tally(before), tally(after)].every((counts) => counts.every((one) => one === 1));
    }));

  it('changes nothing before its day', () =>
    holds((before, after, { n }) =>
      days
        .filter((on) => on < day(n))
        .every((on) => ownedOn(before, on).organisation === ownedOn(after, on).organisation),
    ));

  it('gives the successor from its day on just what was the other’s, and a transfer what was in force then', () =>
    holds((before, after, { succeed, from, to, n }) => {
      const given = ownedOn(before, day(n));
      return days
        .filter((on) => on >= day(n))
        .every((on) => {
          const [was, is] = [ownedOn(before, on), ownedOn(after, on).organisation];
          const goes = succeed ? was.organisation === from : was === given;
          return is === (goes ? to : was.organisation);
        });
    }));
});
