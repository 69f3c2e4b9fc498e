import { pulseCounts } from './pulse-counts.js';
import { type PulseMeasureId, type PulseResult, pulseResult } from './pulse-results.js';
import { pulseBase, pulseChangeWords, pulseSentence } from './pulse-sentences.js';
import { type Crowd, publishedSurvey, survey } from './pulse.fixture.js';

const [now, before] = [pulseCounts(publishedSurvey('now')), pulseCounts(publishedSurvey('before'))];
const told = (measure: PulseMeasureId, earlier: typeof now | null) =>
  pulseSentence(pulseResult(now, earlier, measure));

describe('the published survey', () => {
  const cases: readonly [PulseMeasureId, typeof now | null, string][] = [
    [
      'online',
      before,
      'Services online: 14% live (3 points up on the wave before), 52% in progress (unchanged).',
    ],
    ['external_online', null, 'External services online: 14% live, 52% in progress.'],
    ['internal_online', null, 'Internal services online: 14% live, 52% in progress.'],
    ['redesign', null, 'Redesign: 11% complete, 51% in progress.'],
    ['redesign', before, 'Redesign: 11% complete (unchanged), 51% in progress (unchanged).'],
    ['impact', null, 'Impact of digital on work: 75% feel an impact, 33% a significant one.'],
    ['barriers', null, 'Barriers: nobody answered.'],
  ];
  for (const [measure, earlier, sentence] of cases)
    it(`is told of ${measure}${earlier ? ', with change' : ''}`, () =>
      expect(told(measure, earlier)).toBe(sentence));

  it('is told of confidence, senior civil servants beside everyone', () => {
    const [all, senior] = [null, 'senior_civil_servant' as const].map((grade) =>
      pulseResult(now, null, 'confidence', null, grade),
    );
    expect(pulseSentence(all!, senior!)).toBe(
      'Confidence that planned transformation will be completed: 17% very confident, and 12% among senior civil servants.',
    );
    expect(pulseBase(all!)).toBe('2,000 people answered.');
  });
});

describe('a pulse sentence', () => {
  const all = pulseResult(now, null, 'confidence');
  const beside = (status: PulseResult['status']): PulseResult => ({
    ...all,
    grade: 'senior_civil_servant',
    status,
  });

  it('says what is not shown, and who did not answer', () => {
    expect(pulseSentence(beside('suppressed'))).toBe(
      'Confidence that planned transformation will be completed: not shown: fewer than 10 people answered, or it would let the answers of fewer than 10 be worked out.',
    );
    expect(pulseSentence(all, beside('suppressed'))).toMatch(
      /17% very confident; not shown among senior civil servants\.$/,
    );
    expect(pulseSentence(all, beside('nobody'))).toMatch(
      /17% very confident; no answers from senior civil servants\.$/,
    );
    expect(pulseBase(beside('nobody'))).toBe('Nobody answered.');
    expect(pulseBase(beside('suppressed'))).toMatch(/^Not shown: /);
  });

  it('says a fall, and what is less than 1%', () => {
    const wave = (live: number) =>
      pulseCounts(
        survey(
          { a: [0, 0, 1000] },
          { external_online: { live: { a: [0, 0, live] }, not_started: { a: [0, 0, 1000 - live] } } },
        ),
      );
    expect(pulseSentence(pulseResult(wave(2), wave(12), 'external_online'))).toBe(
      'External services online: less than 1% live (1 point down on the wave before), 0% in progress (unchanged).',
    );
  });

  const barriers: readonly [Record<string, Crowd[2]>, string][] = [
    [
      { skills: 30, funding: 60, supplier: 10 },
      'named most are funding (60%), skills (30%) and supplier (10%)',
    ],
    [
      { skills: 10, funding: 10, supplier: 20, structure: 10, leadership: 50 },
      'named most are leadership (50%), supplier (20%) and skills (10%)',
    ],
    [{ skills: 10, none: 90 }, 'named most is skills (10%)'],
    [{ none: 90, dont_know: 10 }, 'none named'],
  ];
  for (const [gave, words] of barriers)
    it(`says that barriers ${words}`, () => {
      const options = Object.fromEntries(
        Object.entries(gave).map(([id, n]) => [id, { a: [0, 0, n] as const }]),
      );
      const counts = pulseCounts(survey({ a: [0, 0, 100] }, { barriers: options }));
      expect(pulseSentence(pulseResult(counts, null, 'barriers'))).toBe(`Barriers: ${words}.`);
    });

  for (const [points, margin, words] of [
    [3, 2.05, '3 points up, give or take 2 points: more than chance would explain'],
    [-1, 1.2, '1.0 points down, give or take 1.2 points: chance could explain it'],
    [-3.02, 2.71, '3.0 points down, give or take 2.7 points: more than chance would explain'],
    [2.6, 3.2, '2.6 points up, give or take 3.2 points: chance could explain it'],
    [0.4, 2.1, 'less than 1 point up, give or take 2 points: chance could explain it'],
    [0, 9.3, 'unchanged, give or take 9 points: chance could explain it'],
    [0.2, 0.1, '0.2 points up, give or take 0.1 points: more than chance would explain'],
  ] as const)
    it(`says ${words}`, () => expect(pulseChangeWords({ points, margin })).toBe(words));
});
