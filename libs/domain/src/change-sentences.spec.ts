import {
  disagreement,
  headlineChange,
  listChange,
  pointsWords,
  sameServicesChange,
  sameServicesSentence,
  stageChanges,
  spreadSentence,
} from './change-sentences.js';
import { type Movement, type Standing, comparisonOf } from './comparison.js';
import { noCounts } from './counts.js';

const moved = (before: Standing, after: Standing, services: number): Movement => ({
  before,
  after,
  services,
});
const compared = (...movements: Movement[]) => comparisonOf('2025-11-24', movements);

describe('a change in points, in words', () => {
  for (const [points, words] of [
    [3.2, '3 points up'],
    [-3.5, '4 points down'],
    [1.4, '1 point up'],
    [-0.6, '1 point down'],
    [0.5, '1 point up'],
    [0.49, 'less than 1 point up'],
    [-0.01, 'less than 1 point down'],
    [0, 'unchanged'],
    [1e-12, 'unchanged'],
  ] as const)
    it(`of ${points} is ${words}`, () => expect(pointsWords(points)).toBe(words));
});

describe('the headline of a comparison', () => {
  const cases: readonly (readonly [string, readonly Movement[], string])[] = [
    [
      'a rise',
      [moved('live', 'live', 11), moved('in_progress', 'live', 3), moved('in_progress', 'in_progress', 86)],
      '14 of the 100 services recorded are live or beyond, 14%; 3 points up since 24 November 2025; 3 points up among the same services.',
    ],
    [
      'a fall that is one of the list alone',
      [moved('live', 'live', 1), moved('absent', 'in_progress', 1)],
      '1 of the 2 services recorded is live or beyond, 50%; 50 points down since 24 November 2025; unchanged among the same services.',
    ],
    [
      'nothing recorded at first',
      [moved('not_recorded', 'live', 2), moved('absent', 'in_progress', 2)],
      '2 of the 4 services recorded are live or beyond, 50%. Nothing was recorded on 24 November 2025, so there is no change to show.',
    ],
    [
      'none of them the same',
      [moved('live', 'absent', 1), moved('absent', 'in_progress', 2)],
      'None of the 2 services recorded is live or beyond; 100 points down since 24 November 2025; no service was recorded both times.',
    ],
    [
      'nothing recorded now',
      [moved('live', 'not_recorded', 2)],
      'None of the 2 services has a stage recorded.',
    ],
    ['nothing at all', [], 'There are no services.'],
  ];
  for (const [what, movements, words] of cases)
    it(`says it for ${what}`, () => expect(headlineChange(compared(...movements))).toBe(words));
});

describe('stages with their change', () => {
  it('say by how much each share changed, and that one did not', () =>
    expect(
      stageChanges(
        compared(
          moved('live', 'live', 11),
          moved('not_started', 'live', 3),
          moved('in_progress', 'in_progress', 86),
        ),
      ).map(({ sentence }) => sentence),
    ).toEqual([
      'Every service recorded has started; the share that has not is 3 points down.',
      '86 services are in progress, 86%; unchanged.',
      '14 services are live, 14%; 3 points up.',
      'No service has been redesigned; unchanged.',
    ]));

  it('say none where nothing was recorded at first', () =>
    expect(stageChanges(compared(moved('absent', 'live', 2)))[2]!.sentence).toBe(
      '2 services are live, 100%.',
    ));
});

describe('what came and went', () => {
  for (const [entered, left, words] of [
    [0, 0, 'No service entered or left the list.'],
    [1, 0, '1 service entered the list and none left.'],
    [0, 1, 'No service entered the list and 1 left.'],
    [1200, 3, '1,200 services entered the list and 3 left.'],
  ] as const)
    it(words, () =>
      expect(listChange(compared(moved('absent', 'live', entered), moved('live', 'absent', left)))).toBe(
        words,
      ),
    );

  for (const [same, entered, words] of [
    [402, 8, 'The 402 services recorded on both dates are 98% of all there are on the second.'],
    [410, 0, 'The 410 services recorded on both dates are all there are on the second.'],
    [1, 1, 'The only service recorded on both dates is 50% of all there are on the second.'],
    [1, 0, 'The only service recorded on both dates is all there is on the second.'],
    [1, 999, 'The only service recorded on both dates is less than 1% of all there are on the second.'],
    [999, 1, 'The 999 services recorded on both dates are more than 99% of all there are on the second.'],
    [0, 4, 'No service was recorded on both dates.'],
    [0, 0, ''],
  ] as const)
    it(`${same} the same, ${entered} entered`, () =>
      expect(
        sameServicesSentence(compared(moved('live', 'live', same), moved('absent', 'live', entered))),
      ).toBe(words));
});

describe('the change among the same services', () => {
  for (const [what, movements, words] of [
    [
      'several',
      [moved('live', 'live', 1), moved('in_progress', 'live', 1), moved('absent', 'live', 8)],
      'Among the 2 services recorded on both 24 November 2025 and 30 June 2026 the share that is live or beyond is 50 points up.',
    ],
    [
      'one',
      [moved('live', 'live', 1), moved('live', 'not_recorded', 1)],
      'Of the only service recorded on both 24 November 2025 and 30 June 2026 the share that is live or beyond is unchanged.',
    ],
    [
      'none',
      [moved('absent', 'live', 1)],
      'No service was recorded on both 24 November 2025 and 30 June 2026.',
    ],
  ] as const)
    it(`is said of ${what}`, () =>
      expect(sameServicesChange(compared(...movements), '2026-06-30')).toBe(words));
});

describe('how far apart organisations are', () => {
  const of = (name: string, live: number, other: number) => ({
    name,
    counts: { ...noCounts(), services: live + other, live, in_progress: other },
  });
  const unsaid = { name: 'Cabinet Office', counts: { ...noCounts(), services: 4, not_recorded: 4 } };
  const then = {
    on: '2024-03-31',
    organisations: [of('Home Office', 1, 1), of('HM Treasury', 1, 9), unsaid],
  };
  const now = { on: '2026-03-31', organisations: [of('HM Treasury', 1, 19), of('Home Office', 5, 3)] };
  for (const [what, dates, words] of [
    [
      'two dates',
      [then, now],
      'On 31 March 2026 the share that is live or beyond was lowest in HM Treasury, 5%, and highest in Home Office, 63%: 58 points apart. On 31 March 2024 the lowest and the highest were 40 points apart.',
    ],
    [
      'one date',
      [then],
      'On 31 March 2024 the share that is live or beyond was lowest in HM Treasury, 10%, and highest in Home Office, 50%: 40 points apart.',
    ],
    [
      'the same share',
      [{ on: '2024-03-31', organisations: [of('A', 1, 1), of('B', 2, 2)] }],
      'On 31 March 2024 the share that is live or beyond was 50% in every organisation.',
    ],
    [
      'several at one end',
      [{ on: '2024-03-31', organisations: [of('A', 0, 1), of('B', 0, 2), unsaid, of('C', 1, 1)] }],
      'On 31 March 2024 the share that is live or beyond was lowest in 2 organisations, 0%, and highest in C, 50%: 50 points apart.',
    ],
    ['only one that says anything', [{ on: '2024-03-31', organisations: [of('A', 1, 1), unsaid] }], ''],
    ['none', [], ''],
  ] as const)
    it(`is said for ${what}`, () => expect(spreadSentence(dates)).toBe(words));
});

describe('the warning where two stories are told', () => {
  it('says both, and what changed in the list', () =>
    expect(
      disagreement(
        compared(
          ...[
            moved('live', 'live', 39),
            moved('in_progress', 'live', 2),
            moved('in_progress', 'in_progress', 9),
          ],
          ...[moved('live', 'absent', 141), moved('in_progress', 'absent', 9)],
          ...[moved('absent', 'live', 82), moved('absent', 'in_progress', 18)],
        ),
      ),
    ).toBe(
      'The share that is live or beyond fell by 8 points overall, but rose by 4 points among the 50 services recorded on both dates. What changed overall is which services are counted: 150 services were recorded on the first date only, and 100 services on the second only.',
    ));

  it('says that services were recorded late, where none came or went', () =>
    expect(
      disagreement(
        compared(
          ...[
            moved('live', 'live', 4),
            moved('in_progress', 'live', 1),
            moved('in_progress', 'in_progress', 5),
          ],
          ...[moved('not_recorded', 'not_started', 10), moved('not_recorded', 'not_recorded', 2)],
        ),
      ),
    ).toBe(
      'The share that is live or beyond fell by 15 points overall, but rose by 10 points among the 10 services recorded on both dates. What changed overall is which services are counted: no service was recorded on the first date only, and 10 services on the second only.',
    ));

  it('says nothing where there is one', () =>
    expect(disagreement(compared(moved('live', 'live', 1)))).toBe(''));
});
