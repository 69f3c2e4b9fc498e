import { changeOfShare, isClear } from './pulse-margin.js';

describe('a change of a share', () => {
  const cases = [
    ['none of a base', [0, 0], [5, 10], null],
    ['to none', [5, 10], [0, 0], null],
    ['up', [11, 100], [14, 100], { points: 3, margin: 9.35 }],
    ['up, of many', [220, 2000], [280, 2000], { points: 3, margin: 2.05 }],
    ['of shares that are the same', [50, 100], [25, 50], { points: 0, margin: 16.7 }],
    ['where all gave one answer', [10, 10], [10, 10], { points: 0, margin: 22.12 }],
    ['from none to all', [0, 10], [10, 10], { points: 100, margin: 38.78 }],
  ] as const;
  for (const [what, before, after, expected] of cases)
    it(`${what} is worked out before rounding`, () => {
      const [was, is] = [before, after].map(([count, base]) => ({ count, base }));
      const change = changeOfShare(was!, is!);
      if (expected === null) expect(change).toBeNull();
      else {
        expect(change!.points).toBeCloseTo(expected.points, 9);
        expect(change!.margin).toBeCloseTo(expected.margin, 2);
      }
    });

  it('is clear when it is more than its margin', () => {
    expect(isClear({ points: 3, margin: 2.05 })).toBeTrue();
    expect(isClear({ points: -3, margin: 2.05 })).toBeTrue();
    expect(isClear({ points: 2, margin: 2.05 })).toBeFalse();
  });
});

/** How likely it is that the margin holds the true change, summed over all that could be counted. */
function coverage(
  base: number,
  was: number,
  is: number,
  margin: (before: number, after: number) => number,
): number {
  const likely = (p: number) => {
    const all = [(1 - p) ** base];
    for (let n = 0; n < base; n++) all.push((all[n]! * (base - n) * p) / ((n + 1) * (1 - p)));
    return all;
  };
  let sum = 0;
  for (const [before, a] of likely(was).entries())
    for (const [after, b] of likely(is).entries())
      if (Math.abs((after - before) / base - (is - was)) <= margin(before, after)) sum += a * b;
  return sum;
}

describe('the margin of a change', () => {
  const shares = [0.02, 0.05, 0.1, 0.3, 0.5, 0.7, 0.95] as const;
  const textbook = (base: number) => (before: number, after: number) =>
    1.96 * Math.sqrt([before, after].reduce((all, n) => all + ((n / base) * (1 - n / base)) / base, 0));
  const ours = (base: number) => (before: number, after: number) =>
    changeOfShare({ count: before, base }, { count: after, base })!.margin / 100;
  const worst = (base: number, margin: typeof ours) =>
    Math.min(...shares.flatMap((was) => shares.map((is) => coverage(base, was, is, margin(base)))));

  for (const base of [10, 20, 50, 200])
    it(`holds the true change as often as it says with a base of ${base}`, () =>
      expect(worst(base, ours)).toBeGreaterThan(0.93));

  it('would not by the textbook formula with a base of 10', () =>
    expect(worst(10, textbook)).toBeLessThan(0.7));
});
