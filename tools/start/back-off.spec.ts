import { BackOff } from './back-off.ts';

describe('the wait before another start', () => {
  const waits = (backOff: BackOff, count: number, now = 0) =>
    Array.from({ length: count }, () => backOff.wait(now));

  it('grows while starts come to nothing, and never beyond what leaves time to be back in ten seconds', () =>
    expect(waits(new BackOff(), 7)).toEqual([200, 500, 1_000, 2_000, 4_000, 4_000, 4_000]));

  it('goes on growing for what ends soon after each start', () => {
    const backOff = new BackOff();
    const seen = [0, 1_000, 2_000].map((now) => {
      backOff.started(now);
      return backOff.wait(now + 500);
    });
    expect(seen).toEqual([200, 500, 1_000]);
  });

  it('begins anew after it ran for a while', () => {
    const backOff = new BackOff();
    waits(backOff, 4);
    backOff.started(1_000);
    expect(backOff.wait(7_000)).toBe(200);
  });
});
