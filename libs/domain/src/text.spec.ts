import { capitalised, countOf, counted, howMany, listed, uncapitalised } from './text.js';

describe('words', () => {
  it('count', () => {
    const numbers = [0, 1, 3012];
    expect(numbers.map((n) => countOf(n))).toEqual(['0 services', '1 service', '3,012 services']);
    expect(numbers.map((n) => counted(n, 'entry', 'entries'))).toEqual([
      ...['no entries', '1 entry', '3,012 entries'],
    ]);
    expect(numbers.map((n) => howMany(n))).toEqual(['No service', '1 service', '3,012 services']);
  });

  it('begin a sentence, or stand within it', () => {
    expect(['none', ''].map(capitalised)).toEqual(['None', '']);
    expect(['None', ''].map(uncapitalised)).toEqual(['none', '']);
  });

  it('stand in a row', () => {
    const rows = [[], ['A'], ['A', 'B'], ['A', 'B', 'C']];
    expect(rows.map(listed)).toEqual(['', 'A', 'A and B', 'A, B and C']);
  });
});
