import fc from 'fast-check';
import {
  type Counts,
  addCounts,
  countsFrom,
  liveOrBeyond,
  noCounts,
  pointsChange,
  recorded,
  share,
} from './counts.js';
import { counts } from './counts.fixture.js';

const anyCounts = () => {
  const n = fc.nat(5000);
  return fc.tuple(n, n, n, n, n).map((all) => counts(...all));
};

describe('counts', () => {
  it('of nothing are noughts, new each time', () => {
    const mine = noCounts();
    mine.live = 7;
    expect(noCounts()).toEqual(counts(0, 0, 0, 0, 0));
  });

  it('add up tallies, of one stage more than once', () => {
    const tallies = [
      { stage: 'live', services: 2 },
      { stage: 'not_recorded', services: 3 },
      { stage: 'live', services: 5 },
    ] as const;
    expect(countsFrom(tallies)).toEqual(counts(0, 0, 7, 0, 3));
  });

  it('added have every stage added', () => {
    expect(addCounts(counts(1, 2, 3, 4, 5), counts(10, 20, 30, 40, 50))).toEqual(counts(11, 22, 33, 44, 55));
  });

  it('added leave what they were made of alone', () => {
    const one = counts(1, 2, 3, 4, 5);
    addCounts(one, one);
    expect(one).toEqual(counts(1, 2, 3, 4, 5));
  });

  it('always have services as the other five added up', () => {
    const rule = (a: Counts, b: Counts) => {
      const { services, ...others } = addCounts(a, b);
      return (
        services === Object.values(others).reduce((sum, n) => sum + n) && services === a.services + b.services
      );
    };
    expect(() => fc.assert(fc.property(anyCounts(), anyCounts(), rule))).not.toThrow();
  });
});

describe('a share', () => {
  it('is of the services recorded, those not recorded left out', () => {
    expect(recorded(counts(1, 1, 1, 1, 96))).toBe(4);
    expect(share(1, counts(1, 1, 1, 1, 96))).toBe(25);
  });

  it('is not rounded', () => expect(share(1, counts(2, 0, 1, 0))).toBeCloseTo(33.3333, 3));
  it('is none where nothing is recorded', () => expect(share(0, counts(0, 0, 0, 0, 9))).toBeNull());
  it('is none where there are no services', () => expect(share(0, noCounts())).toBeNull());
  it('of live or beyond counts live and redesigned', () =>
    expect(liveOrBeyond(counts(1, 2, 4, 8, 16))).toBe(12));
});

describe('change in percentage points', () => {
  it('is worked out before rounding', () => {
    // Rounded first, both would be 15% and the change 0.
    const [before, after] = [counts(854, 0, 146, 0), counts(846, 0, 154, 0)];
    expect(pointsChange(liveOrBeyond, before, after)).toBeCloseTo(0.8, 10);
  });

  it('is of shares, not of numbers', () => {
    expect(pointsChange(liveOrBeyond, counts(5, 0, 5, 0), counts(50, 0, 50, 0))).toBe(0);
    expect(pointsChange(liveOrBeyond, counts(1, 0, 1, 0), counts(3, 0, 1, 0))).toBe(-25);
  });

  it('does not change with services of which nothing is recorded', () => {
    expect(pointsChange(liveOrBeyond, counts(1, 0, 1, 0), counts(1, 0, 1, 0, 100))).toBe(0);
  });

  it('is none where either date has nothing recorded', () => {
    const [some, none] = [counts(1, 0, 1, 0), counts(0, 0, 0, 0, 3)];
    expect(pointsChange(liveOrBeyond, none, some)).toBeNull();
    expect(pointsChange(liveOrBeyond, some, none)).toBeNull();
  });

  it('back is the opposite of forth', () => {
    const rule = (a: Counts, b: Counts) =>
      pointsChange(liveOrBeyond, a, b) === null ||
      pointsChange(liveOrBeyond, a, b)! + pointsChange(liveOrBeyond, b, a)! === 0;
    expect(() => fc.assert(fc.property(anyCounts(), anyCounts(), rule))).not.toThrow();
  });
});
