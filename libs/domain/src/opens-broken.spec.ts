import { type FirstDays, opensBroken } from './opens-broken.js';

const nothing: FirstDays = { record: null, closing: null, target: null, barrier: null, merged: null };
const day = '2025-05-01';

describe('the date a service opened', () => {
  it('may be none, or any where nothing is told of the service', () => {
    expect(opensBroken(null, { ...nothing, record: day })).toBeNull();
    expect(opensBroken('2027-01-01', nothing)).toBeNull();
  });

  for (const [what, words] of [
    ['record', 'its first record'],
    ['closing', 'the date it closed'],
    ['target', 'the date of its target'],
    ['barrier', 'the date its first barrier was raised'],
    ['merged', 'the date another service became part of it'],
  ] as const)
    it(`is no later than ${words}`, () => {
      expect(opensBroken(day, { ...nothing, [what]: day })).toBeNull();
      expect(opensBroken('2025-05-02', { ...nothing, [what]: day })?.message).toBe(
        `The date the service opened must be the same as or before ${words}, 1 May 2025`,
      );
    });

  it('is no slip', () => {
    expect(opensBroken('1989-12-31', nothing)?.code).toBe('too_early');
    expect(opensBroken('0026-01-01', nothing)?.code).toBe('year_too_short');
    expect(opensBroken('2100-01-01', nothing)?.code).toBe('too_late');
  });
});
