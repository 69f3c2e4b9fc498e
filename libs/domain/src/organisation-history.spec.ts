import fc from 'fast-check';
import {
  type OrganisationPeriod,
  existsOn,
  movedFrom,
  parentSucceeded,
  partOfItself,
  renamedFrom,
  samePeriods,
  stateOn,
} from './organisation-history.js';
import { day, period, periods, start } from './reorganisation.fixture.js';

const named = (all: readonly OrganisationPeriod[]) => all.map(({ name, untilOn }) => [name, untilOn]);

describe('an organisation through time', () => {
  const then = [period('Old', '2016-07-14'), period('Middle', '2021-09-20'), period('New', null)];

  const cases = [
    ['2016-07-13', 'Old'],
    ['2016-07-14', 'Middle'],
    ['2021-09-19', 'Middle'],
    ['2021-09-20', 'New'],
    ['2030-01-01', 'New'],
  ] as const;
  for (const [on, name] of cases)
    it(`is called ${name} on ${on}`, () => expect(stateOn(then, on).name).toBe(name));

  it('exists from its first day up to, not on, its last', () => {
    const on = (...days: string[]) =>
      days.map((one) => existsOn({ existsFrom: '2016-07-14', existsTo: '2023-02-07' }, one));
    expect(on('2016-07-13', '2016-07-14', '2023-02-06', '2023-02-07')).toEqual([false, true, true, false]);
    expect(existsOn({ existsFrom: null, existsTo: null }, '0001-01-01')).toBeTrue();
  });

  it('keeps its old name before the day of a new one', () =>
    expect(
      named(renamedFrom([period('Old', null)], { name: 'New', abbreviation: null }, '2024-07-09')),
    ).toEqual([
      ['Old', '2024-07-09'],
      ['New', null],
    ]));

  it('has a name given for an earlier day until the next change of its name', () =>
    expect(named(renamedFrom(then, { name: 'Between', abbreviation: null }, '2018-01-09'))).toEqual([
      ['Old', '2016-07-14'],
      ['Middle', '2018-01-09'],
      ['Between', '2021-09-20'],
      ['New', null],
    ]));

  it('has it through changes of what it is part of', () => {
    const moved = [
      period('Old', '2020-01-01', 'a'),
      period('Old', '2022-01-01', 'b'),
      period('New', null, 'b'),
    ];
    const renamed = renamedFrom(moved, { name: 'Other', abbreviation: null }, '2018-01-01');
    expect(renamed.map(({ name, parent, untilOn }) => [name, parent, untilOn])).toEqual([
      ['Old', 'a', '2018-01-01'],
      ['Other', 'a', '2020-01-01'],
      ['Other', 'b', '2022-01-01'],
      ['New', 'b', null],
    ]);
  });

  it('does not take it up again where the old name comes back later', () => {
    const again = [period('Old', '2018-01-01'), period('New', '2020-01-01'), period('Old', null)];
    expect(named(renamedFrom(again, { name: 'Other', abbreviation: null }, '2017-01-01'))).toEqual([
      ['Old', '2017-01-01'],
      ['Other', '2018-01-01'],
      ['New', '2020-01-01'],
      ['Old', null],
    ]);
  });

  it('is as it was where a name of the same day is taken back', () =>
    expect(named(renamedFrom(then, { name: 'Middle', abbreviation: null }, '2021-09-20'))).toEqual([
      ['Old', '2016-07-14'],
      ['Middle', null],
    ]));

  it('moves on a day until it next moves anyway, and after one that ended at any later day', () => {
    const agency = [period('X', '2020-01-01', 'a'), period('X', '2022-01-01', 'b'), period('X', null, 'a')];
    const parents = (all: readonly OrganisationPeriod[]) =>
      all.map(({ parent, untilOn }) => [parent, untilOn]);
    expect(parents(movedFrom(agency, 'c', '2019-01-01'))).toEqual([
      ['a', '2019-01-01'],
      ['c', '2020-01-01'],
      ['b', '2022-01-01'],
      ['a', null],
    ]);
    expect(parents(parentSucceeded(agency, 'a', 'c', '2019-01-01'))).toEqual([
      ['a', '2019-01-01'],
      ['c', '2020-01-01'],
      ['b', '2022-01-01'],
      ['c', null],
    ]);
    expect(parentSucceeded(agency, 'z', 'c', '2019-01-01')).toEqual(agency);
  });

  it('is told from one that differs in a day alone', () => {
    expect(samePeriods(then, [...then])).toBeTrue();
    expect(samePeriods(then, [period('Old', '2016-07-15'), ...then.slice(1)])).toBeFalse();
  });
});

describe('any change of an organisation', () => {
  const change = fc.oneof(
    fc.record({ name: fc.constantFrom('A', 'B', 'C'), abbreviation: fc.constantFrom(null, 'X') }),
    fc.constantFrom('p', 'q', null),
  );
  const applied = (all: readonly OrganisationPeriod[], what: string | null | object, on: string) =>
    typeof what === 'object' && what !== null
      ? renamedFrom(all, what as never, on)
      : movedFrom(all, what, on);
  const holds = (rule: (all: OrganisationPeriod[], what: never, n: number) => boolean) =>
    expect(() =>
      fc.assert(
        fc.property(periods(), change, fc.nat(12), (all, what, n) => rule(all, what as never, n)),
        {
          numRuns: 500,
        },
      ),
    ).not.toThrow();

  it('leaves every earlier day as it was', () =>
    holds((all, what, n) => {
      const after = applied(all, what, day(n));
      return [...Array(n).keys()].every((earlier) => {
        const [was, is] = [stateOn(all, day(earlier)), stateOn(after, day(earlier))];
        return was.name === is.name && was.abbreviation === is.abbreviation && was.parent === is.parent;
      });
    }));

  it('is in force on its day', () =>
    holds((all, what: object | string | null, n) => {
      const is = stateOn(applied(all, what, day(n)), day(n));
      return typeof what === 'object' && what !== null
        ? Object.entries(what).every(([field, value]) => is[field as 'name'] === value)
        : is.parent === what;
    }));

  it('leaves periods in order, unlike their neighbours, the last without end', () =>
    holds((all, what, n) => {
      const after = applied(all, what, day(n));
      return (
        after.at(-1)!.untilOn === null &&
        after.every((one, index) => {
          const next = after[index + 1];
          if (!next) return true;
          const alike = samePeriods([{ ...one, untilOn: null }], [{ ...next, untilOn: null }]);
          return !alike && one.untilOn !== null && (next.untilOn === null || one.untilOn < next.untilOn);
        })
      );
    }));
});

describe('organisations in a circle', () => {
  const history = (slug: string, ...all: OrganisationPeriod[]) => ({ ...start, slug, periods: all });

  it('are found on whatever day they are', () => {
    const a = history('a', period('A', null, 'b'));
    expect(partOfItself([a, history('b', period('B', null))])).toBeNull();
    expect(partOfItself([a, history('b', period('B', '2020-01-01', 'a'), period('B', null))])).not.toBeNull();
    expect(partOfItself([a, history('b', period('B', '2020-01-01'), period('B', null, 'a'))])).not.toBeNull();
    expect(partOfItself([history('a', period('A', null, 'a'))])).toBe('a');
  });

  it('are not seen where each is part of the other on other days', () => {
    const a = history('a', period('A', '2020-01-01', 'b'), period('A', null));
    const b = history('b', period('B', '2020-01-01'), period('B', null, 'a'));
    expect(partOfItself([a, b])).toBeNull();
  });

  it('do not hold up one that leads into a circle but is not part of it', () => {
    const [a, b] = [history('a', period('A', null, 'b')), history('b', period('B', null, 'a'))];
    expect(partOfItself([history('c', period('C', null, 'a')), a, b])).toBe('a');
  });
});
