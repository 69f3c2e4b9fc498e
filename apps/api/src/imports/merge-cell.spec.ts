import { outcomeOf } from './merge-cell.js';

describe('what a cell comes to', () => {
  const cases = [
    // file, as known then, now
    ['a', 'a', 'a', 'same'],
    ['a', 'a', 'b', 'newer'],
    ['a', 'a', null, 'newer'],
    ['b', 'a', 'a', 'changed'],
    ['b', null, null, 'changed'],
    ['b', 'a', 'b', 'same'],
    ['c', 'a', 'b', 'both'],
    ['c', null, 'b', 'both'],
    ['c', 'a', null, 'both'],
    [null, null, 'b', 'newer'],
    [null, 'a', 'b', 'same'],
    [null, 'a', 'a', 'same'],
    [null, undefined, 'a', 'same'],
    ['a', undefined, 'a', 'same'],
    ['b', undefined, 'a', 'changed'],
    ['b', undefined, null, 'changed'],
  ] as const;
  for (const [file, base, now, outcome] of cases)
    it(`that says ${file}, was ${base} and is ${now}: ${outcome}`, () =>
      expect(outcomeOf<string>(file, base, now)).toBe(outcome));

  it('goes by what a file can carry', () =>
    expect(outcomeOf('A', 'a', 'b', (one, other) => one.toLowerCase() === other)).toBe('newer'));
});
