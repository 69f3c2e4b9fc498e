import { moved } from './keys';

describe('a key in a tick box', () => {
  it('goes to the next row and the one before, and no further than the table', () => {
    expect([moved('ArrowDown', 0, 3), moved('ArrowDown', 2, 3)]).toEqual([1, null]);
    expect([moved('ArrowUp', 2, 3), moved('ArrowUp', 0, 3), moved('ArrowUp', -1, 3)]).toEqual([1, -1, null]);
  });

  it('goes from the box that ticks all to the first row', () => expect(moved('ArrowDown', -1, 3)).toBe(0));

  it('goes to the ends, and on to what can be done', () => {
    expect([moved('Home', 2, 3), moved('End', 0, 3), moved('Enter', 1, 3)]).toEqual([0, 2, 'actions']);
  });

  it('goes nowhere in an empty table', () => {
    expect(['ArrowDown', 'ArrowUp', 'Home', 'End'].map((key) => moved(key, -1, 0))).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('is left to the browser where it means something by nature, or is a letter', () => {
    for (const key of [' ', 'Tab', 'Escape', 'ArrowLeft', 'PageDown', 'j', 'a'])
      expect(moved(key, 1, 3))
        .withContext(key)
        .toBeNull();
  });
});
