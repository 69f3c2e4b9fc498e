import { confidenceFell, confidences } from './confidence.js';

describe('confidence', () => {
  it('falls from more to less, and neither from nor to "don’t know"', () => {
    for (const [n, before] of confidences.entries())
      for (const [m, now] of confidences.entries())
        expect(confidenceFell(before, now))
          .withContext(`${before} to ${now}`)
          .toBe(n < 4 && m < 4 && m > n);
  });
});
