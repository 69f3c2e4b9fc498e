import { TokenBuckets } from './token-buckets.js';

describe('buckets of tokens', () => {
  it('give so many at once, then so many a second, to each key apart', () => {
    const buckets = new TokenBuckets(3, 2);
    const at = (ms: number, key = 'one') => buckets.take(key, ms);
    expect([at(0), at(0), at(0), at(0)]).toEqual([0, 0, 0, 1]);
    expect(at(0, 'another')).toBe(0);
    expect([at(500), at(500)]).toEqual([0, 1]);
    expect([at(60_000), at(60_000), at(60_000), at(60_000)]).toEqual([0, 0, 0, 1]);
  });

  it('tell whole seconds to wait, after which there is one', () => {
    const buckets = new TokenBuckets(1, 0.1);
    expect(buckets.take('one', 0)).toBe(0);
    expect(buckets.take('one', 3_500)).toBe(7);
    expect(buckets.take('one', 10_500)).toBe(0);
  });

  it('are not emptied by a refusal, nor by a clock that goes back', () => {
    const buckets = new TokenBuckets(1, 1);
    buckets.take('one', 10_000);
    for (let n = 0; n < 50; n++) expect(buckets.take('one', 10_100)).toBe(1);
    expect(buckets.take('one', 9_000)).toBe(1);
    expect(buckets.take('one', 11_000)).toBe(0);
  });

  it('are forgotten once they are full again', () => {
    const buckets = new TokenBuckets(2, 1);
    buckets.take('one', 0);
    buckets.take('another', 900);
    buckets.forgetTheFull(1_000);
    expect(buckets.size).toBe(1);
  });
});
