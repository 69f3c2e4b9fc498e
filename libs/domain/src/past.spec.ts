import { isPast, pastWords, present } from './past.js';

describe('which past is asked for, in words', () => {
  const cases = [
    [{}, 'today'],
    [{ on: '2024-03-31' }, 'on 31 March 2024'],
    [{ boundaries: 'today' }, 'today, by today’s departments'],
    [{ on: '2024-03-31', boundaries: 'today' }, 'on 31 March 2024, by today’s departments'],
    [{ asKnownAt: '2024-06-30' }, 'today, as it was known on 30 June 2024'],
    [
      { on: '2024-03-31', asKnownAt: '2024-06-30', boundaries: 'today' },
      'on 31 March 2024, as it was known on 30 June 2024, by the departments of 30 June 2024',
    ],
    [
      { on: '2024-03-31', asKnownAt: '2024-06-30T13:05:00Z' },
      'on 31 March 2024, as it was known at 2:05pm on 30 June 2024',
    ],
    [{ asKnownAt: '2024-06-30T23:30:00Z' }, 'today, as it was known at 12:30am on 1 July 2024'],
    [{ asKnownAt: '2024-01-31T12:00:00Z' }, 'today, as it was known at 12:00pm on 31 January 2024'],
  ] as const;
  for (const [choice, words] of cases)
    it(`${JSON.stringify(choice)} is "${words}"`, () =>
      expect(pastWords({ ...present, ...choice })).toBe(words));

  it('is past where either date is given, whoever the owners are', () => {
    expect([{}, { boundaries: 'today' as const }].map((choice) => isPast({ ...present, ...choice }))).toEqual(
      [false, false],
    );
    expect(isPast({ ...present, on: '2024-03-31' })).toBeTrue();
    expect(isPast({ ...present, asKnownAt: '2024-03-31' })).toBeTrue();
  });
});
