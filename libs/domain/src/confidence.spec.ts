import { type Confidence, confidenceFalling, confidenceFell, confidences } from './confidence.js';

describe('confidence', () => {
  it('falls from more to less, and neither from nor to "don’t know"', () => {
    for (const [n, before] of confidences.entries())
      for (const [m, now] of confidences.entries())
        expect(confidenceFell(before, now))
          .withContext(`${before} to ${now}`)
          .toBe(n < 4 && m < 4 && m > n);
  });
});

describe('confidence_falling', () => {
  const said = (...all: [quarter: string, confidence: Confidence][]) =>
    confidenceFalling(all.map(([quarter, confidence]) => ({ quarter, confidence })));

  it('compares the last two returns, in whatever order they come', () => {
    const [q1, q2, q3] = ['2025-26-Q4', '2026-27-Q1', '2026-27-Q2'];
    expect(said()).toBeNull();
    expect(said([q1, 'not_at_all_confident'])).toBeNull();
    expect(said([q1, 'very_confident'], [q2, 'very_confident'])).toBeNull();
    expect(said([q2, 'fairly_confident'], [q1, 'very_confident'])).toEqual({
      now: { quarter: q2, confidence: 'fairly_confident' },
      before: { quarter: q1, confidence: 'very_confident' },
    });
    // What fell before it and stayed there is no news.
    expect(said([q1, 'very_confident'], [q2, 'fairly_confident'], [q3, 'fairly_confident'])).toBeNull();
    // A quarter without a return does not hide that it fell.
    expect(said([q1, 'very_confident'], [q3, 'not_very_confident'])?.before.quarter).toBe(q1);
  });
});
