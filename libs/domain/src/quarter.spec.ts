import fc from 'fast-check';
import { quarterBefore, quarterEnd, quarterLabel, quarterOf, quarterOn } from './quarter.js';

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2098-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('a quarter of the financial year', () => {
  it('is known by its id, and has a first and a last day', () => {
    expect(['Q1', 'Q2', 'Q3', 'Q4'].map((part) => quarterOf(`2026-27-${part}`))).toEqual([
      { id: '2026-27-Q1', from: '2026-04-01', to: '2026-06-30' },
      { id: '2026-27-Q2', from: '2026-07-01', to: '2026-09-30' },
      { id: '2026-27-Q3', from: '2026-10-01', to: '2026-12-31' },
      { id: '2026-27-Q4', from: '2027-01-01', to: '2027-03-31' },
    ]);
  });

  it('has two years that follow each other, also over the end of a century', () => {
    expect(quarterOf('1999-00-Q4')).toEqual({ id: '1999-00-Q4', from: '2000-01-01', to: '2000-03-31' });
    for (const id of ['2026-28-Q1', '2026-26-Q1', '2026-27-Q5', '2026-27-Q0', '2026-27', ' 2026-27-Q1', ''])
      expect(quarterOf(id)).withContext(id).toBeNull();
  });

  it('is of a year that somebody may have meant', () => {
    const ids = [
      '0000-01-Q1',
      '0001-02-Q4',
      '1899-00-Q4',
      '1900-01-Q1',
      '2100-01-Q4',
      '2101-02-Q1',
      '9999-00-Q4',
    ];
    expect(ids.filter((id) => quarterOf(id) !== null)).toEqual(['1900-01-Q1', '2100-01-Q4']);
  });

  it('begins in April, so January to March belong to the year before', () => {
    const on = ['2026-03-31', '2026-04-01', '2026-06-30', '2026-12-31', '2027-01-01', '2000-01-01'];
    expect(on.map((date) => quarterOn(date).id)).toEqual([
      '2025-26-Q4',
      '2026-27-Q1',
      '2026-27-Q1',
      '2026-27-Q3',
      '2026-27-Q4',
      '1999-00-Q4',
    ]);
  });

  it('says its months and the year that they are in', () => {
    expect(quarterLabel(quarterOf('2026-27-Q3')!)).toBe('Q3 2026-27 (October to December 2026)');
    expect(quarterLabel(quarterOf('2026-27-Q4')!)).toBe('Q4 2026-27 (January to March 2027)');
    expect(quarterEnd(quarterOf('2026-27-Q4')!)).toBe('31 March 2027');
  });

  it('holds the day that it was found by, and is found again by its id', () => {
    fc.assert(
      fc.property(day, (date) => {
        const quarter = quarterOn(date);
        expect(quarter.from <= date && date <= quarter.to)
          .withContext(date)
          .toBeTrue();
        expect(quarterOf(quarter.id)).toEqual(quarter);
      }),
    );
  });

  it('follows the one before without a gap', () => {
    fc.assert(
      fc.property(day, (date) => {
        const quarter = quarterOn(date);
        const before = quarterBefore(quarter);
        const next = new Date(`${before.to}T00:00:00Z`);
        next.setUTCDate(next.getUTCDate() + 1);
        expect(next.toISOString().slice(0, 10)).toBe(quarter.from);
        expect(quarterOn(before.to)).toEqual(before);
      }),
    );
  });
});
