import { dayMeant } from './days';

describe('the day that a return speaks of', () => {
  it('is today while the quarter goes on, and its last day after', () => {
    expect(dayMeant('2026-27-Q3', '2026-11-23')).toBe('2026-11-23');
    expect(dayMeant('2026-27-Q3', '2026-12-31')).toBe('2026-12-31');
    expect(dayMeant('2026-27-Q3', '2027-01-01')).toBe('2026-12-31');
  });
});
