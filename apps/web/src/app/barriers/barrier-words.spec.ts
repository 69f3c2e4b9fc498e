import { ageWords, barrierName, nextWords, turnsOf } from './barrier-words';
import { barrierOf, turnOf } from './barriers.fixture';

describe('the age of a barrier', () => {
  const cases: readonly [raisedOn: string, resolvedOn: string | null, on: string, words: string][] = [
    ['2026-04-23', null, '2026-11-23', 'Raised on 23 April 2026, open for 214 days'],
    ['2026-11-22', null, '2026-11-23', 'Raised on 22 November 2026, open for 1 day'],
    ['2026-11-23', null, '2026-11-23', 'Raised on 23 November 2026'],
    ['2020-01-01', null, '2026-11-23', 'Raised on 1 January 2020, open for 2,518 days'],
    [
      '2026-04-23',
      '2026-06-01',
      '2026-11-23',
      'Raised on 23 April 2026, resolved on 1 June 2026 after 39 days',
    ],
    ['2026-04-23', '2026-04-23', '2026-11-23', 'Raised on 23 April 2026, resolved on 23 April 2026'],
    ['2026-04-23', '2026-06-01', '2026-05-01', 'Raised on 23 April 2026, open for 8 days'],
  ];
  for (const [raisedOn, resolvedOn, on, words] of cases)
    it(`raised ${raisedOn}, resolved ${resolvedOn}, on ${on}`, () =>
      expect(ageWords({ raisedOn, resolvedOn }, on)).toBe(words));
});

describe('what comes next', () => {
  const cases: readonly [nextAction: string | null, nextActionOwner: string | null, words: string][] = [
    ['Buy a gateway', 'Head of platforms', 'Buy a gateway (Head of platforms)'],
    ['Buy a gateway', null, 'Buy a gateway'],
    [null, 'Head of platforms', 'To be decided (Head of platforms)'],
    [null, null, ''],
  ];
  for (const [nextAction, nextActionOwner, words] of cases)
    it(`“${words}”`, () => expect(nextWords({ nextAction, nextActionOwner })).toBe(words));
});

describe('the history of a barrier', () => {
  it('says what each change came to, newest first', () => {
    const first = turnOf();
    const second = turnOf({
      category: 'funding',
      nextAction: null,
      nextActionOwner: null,
      changedAt: '2026-05-31T23:30:00.000Z',
      changedBy: 'Sam Oak',
    });
    const third = { ...second, resolvedOn: '2026-06-30', description: 'No money' };
    const fourth = { ...third, resolvedOn: null, raisedOn: '2026-01-31' };
    expect(turnsOf([fourth, fourth, third, second, first])).toEqual([
      { byline: '1 June 2026, by Sam Oak', changes: ['Saved again as it was'] },
      {
        byline: '1 June 2026, by Sam Oak',
        changes: ['Opened again', 'Raised on 31 January 2026, not 23 April 2026'],
      },
      {
        byline: '1 June 2026, by Sam Oak',
        changes: ['Resolved on 30 June 2026', 'Description was: The mainframe takes no calls'],
      },
      {
        byline: '1 June 2026, by Sam Oak',
        changes: [
          'Now Funding, was Legacy technology',
          'Next action: none any more',
          'Who does it: nobody any more',
        ],
      },
      { byline: '23 April 2026, by Dana Wren', changes: ['Raised'] },
    ]);
  });
});

describe('what a link acts on', () => {
  it('is the barrier by its kind and how it begins', () => {
    expect(barrierName(barrierOf())).toBe('the barrier Legacy technology: The mainframe takes no calls');
    expect(barrierName(barrierOf({ description: 'x'.repeat(61) }))).toBe(
      `the barrier Legacy technology: ${'x'.repeat(60)}…`,
    );
  });
});
