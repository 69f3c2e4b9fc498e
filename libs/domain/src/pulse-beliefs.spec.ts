import { counts } from './counts.fixture.js';
import {
  asConfident,
  barriersBeside,
  confidenceSentence,
  recordAndBelief,
  recordAndBeliefSentence,
} from './pulse-beliefs.js';
import { pulseCounts } from './pulse-counts.js';
import { type PulseResult, pulseResult } from './pulse-results.js';
import { publishedSurvey, survey } from './pulse.fixture.js';

const now = pulseCounts(publishedSurvey('now'));
const [online, redesign, confidence] = (['online', 'redesign', 'confidence'] as const).map((of) =>
  pulseResult(now, null, of),
);
const without = (result: PulseResult, status: PulseResult['status']): PulseResult => ({
  ...result,
  status,
  options: [],
});
const recorded = counts(63, 285, 37, 25, 8);

describe('what is recorded, beside what staff said', () => {
  it('is apart by so many points', () => {
    const { recorded: is, believed, gap } = recordAndBelief('online', recorded, online!);
    expect([is, believed]).toEqual([(100 * 62) / 410, 14]);
    expect(gap).toBeCloseTo(-1.12, 2);
    expect(recordAndBelief('redesign', recorded, redesign!).gap).toBeCloseTo(11 - 6.1, 1);
  });

  const sentences: readonly [string, ReturnType<typeof counts>, PulseResult, string][] = [
    [
      'both',
      recorded,
      online!,
      '62 of 410 services recorded are live or beyond, 15%; 14% of staff say that services are live: 1 point apart.',
    ],
    [
      'one service',
      counts(0, 0, 1, 0),
      online!,
      '1 of 1 service recorded is live or beyond, 100%; 14% of staff say that services are live: 86 points apart.',
    ],
    [
      'no record',
      counts(0, 0, 0, 0, 4),
      online!,
      'No service has a stage recorded; 14% of staff say that services are live.',
    ],
    [
      'no answers',
      recorded,
      without(online!, 'nobody'),
      '62 of 410 services recorded are live or beyond, 15%; no staff answered.',
    ],
    [
      'answers not shown',
      recorded,
      without(online!, 'suppressed'),
      '62 of 410 services recorded are live or beyond, 15%; what staff say is not shown.',
    ],
  ];
  for (const [what, all, result, words] of sentences)
    it(`is told of ${what}`, () => expect(recordAndBeliefSentence('online', all, result)).toBe(words));

  it('is told of redesign', () =>
    expect(recordAndBeliefSentence('redesign', recorded, redesign!)).toBe(
      '25 of 410 services recorded are redesigned, 6%; 11% of staff say that redesign is complete: 5 points apart.',
    ));
});

describe('confidence in a return, beside that of staff', () => {
  const cases = [
    ['very_confident', 'The return says very confident; 17% of staff are very confident.'],
    [
      'fairly_confident',
      'The return says fairly confident; 17% of staff are very confident, and 52% at least as confident as the return.',
    ],
    [
      'not_at_all_confident',
      'The return says not at all confident; 17% of staff are very confident, and 90% at least as confident as the return.',
    ],
    ['dont_know', 'The return says don’t know; 17% of staff are very confident.'],
    [null, 'No return; 17% of staff are very confident.'],
  ] as const;
  for (const [returned, words] of cases)
    it(`is told of ${returned}`, () => expect(confidenceSentence(returned, confidence!)).toBe(words));

  it('is not told where it is not shown', () => {
    const hidden = without(confidence!, 'suppressed');
    expect(asConfident('very_confident', hidden)).toBeNull();
    expect(confidenceSentence('fairly_confident', hidden)).toBe(
      'The return says fairly confident; what staff say is not shown.',
    );
    expect(asConfident('fairly_confident', confidence!)).toBeCloseTo(52, 9);
  });
});

describe('barriers recorded, beside those that staff named', () => {
  const result = pulseResult(
    pulseCounts(
      survey({ a: [0, 0, 20] }, { barriers: { skills: { a: [0, 0, 15] }, none: { a: [0, 0, 5] } } }),
    ),
    null,
    'barriers',
  );
  it('are told by category', () => {
    expect(barriersBeside({ funding: 3 }, result).slice(0, 2)).toEqual([
      { category: 'skills', label: 'Skills', recorded: 0, believed: 75 },
      { category: 'structure', label: 'Structure', recorded: 0, believed: 0 },
    ]);
    expect(barriersBeside({ funding: 3 }, without(result, 'suppressed'))[4]).toEqual({
      ...{ category: 'funding', label: 'Funding', recorded: 3, believed: null },
    });
  });
});
