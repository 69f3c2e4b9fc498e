import { coverageSentence, headline, percent, stageSentences } from './sentences.js';
import { counts } from './counts.fixture.js';

describe('a share in words', () => {
  const cases = [
    [62, counts(348, 0, 62, 0), '15%'],
    [0, counts(10, 0, 0, 0), '0%'],
    [10, counts(0, 0, 10, 0), '100%'],
    [1, counts(200, 0, 1, 0), 'less than 1%'],
    [1, counts(9_999_999, 0, 1, 0), 'less than 1%'],
    [1, counts(199, 0, 1, 0), '1%'],
    [200, counts(1, 0, 200, 0), 'more than 99%'],
    [199, counts(1, 0, 199, 0), 'more than 99%'],
    [99, counts(1, 0, 99, 0), '99%'],
    [1, counts(1, 0, 1, 0, 98), '50%'],
    [0, counts(0, 0, 0, 0, 4), 'no share'],
  ] as const;
  for (const [part, all, words] of cases)
    it(`${part} of ${all.services - all.not_recorded} recorded is ${words}`, () =>
      expect(percent(part, all)).toBe(words));
});

describe('the headline', () => {
  const cases = [
    ['nothing there', counts(0, 0, 0, 0), 'There are no services.'],
    ['one, not recorded', counts(0, 0, 0, 0, 1), 'The only service has no stage recorded.'],
    ['none recorded', counts(0, 0, 0, 0, 1200), 'None of the 1,200 services has a stage recorded.'],
    ['many', counts(63, 285, 37, 25, 8), '62 of the 410 services recorded are live or beyond, 15%.'],
    ['one of many', counts(3, 0, 0, 1), '1 of the 4 services recorded is live or beyond, 25%.'],
    ['none of many', counts(3, 1, 0, 0), 'None of the 4 services recorded is live or beyond.'],
    ['all', counts(0, 0, 3, 1), '4 of the 4 services recorded are live or beyond, 100%.'],
    [
      'less than 1%',
      counts(999, 0, 1, 0),
      '1 of the 1,000 services recorded is live or beyond, less than 1%.',
    ],
    [
      'more than 99%',
      counts(1, 0, 900, 1099),
      '1,999 of the 2,000 services recorded are live or beyond, more than 99%.',
    ],
    ['only one recorded, live', counts(0, 0, 1, 0, 5), 'The only service recorded is live or beyond.'],
    [
      'only one recorded, not yet',
      counts(0, 1, 0, 0),
      'The only service recorded is not yet live or beyond.',
    ],
  ] as const;
  for (const [what, all, words] of cases) it(`says it for ${what}`, () => expect(headline(all)).toBe(words));
});

describe('the sentences by stage', () => {
  it('have one for each stage, in order', () => {
    expect(stageSentences(counts(63, 285, 37, 25, 8))).toEqual([
      { stage: 'not_started', sentence: '63 services have not started, 15%.' },
      { stage: 'in_progress', sentence: '285 services are in progress, 70%.' },
      { stage: 'live', sentence: '37 services are live, 9%.' },
      { stage: 'redesigned', sentence: '25 services have been redesigned, 6%.' },
    ]);
  });

  it('are in the singular for one', () => {
    expect(stageSentences(counts(1, 1, 1, 1)).map(({ sentence }) => sentence)).toEqual([
      '1 service has not started, 25%.',
      '1 service is in progress, 25%.',
      '1 service is live, 25%.',
      '1 service has been redesigned, 25%.',
    ]);
  });

  it('say "no service" for none, without a share', () => {
    expect(stageSentences(counts(0, 0, 2, 0)).map(({ sentence }) => sentence)).toEqual([
      'Every service recorded has started.',
      'No service is in progress.',
      '2 services are live, 100%.',
      'No service has been redesigned.',
    ]);
  });

  it('never round to what is not so', () => {
    const sentences = stageSentences(counts(1, 0, 1000, 0)).map(({ sentence }) => sentence);
    expect(sentences[0]).toBe('1 service has not started, less than 1%.');
    expect(sentences[2]).toBe('1,000 services are live, more than 99%.');
  });

  it('are none where nothing is recorded', () => expect(stageSentences(counts(0, 0, 0, 0, 9))).toEqual([]));
});

describe('the sentence on coverage', () => {
  const cases = [
    [counts(0, 0, 0, 0), ''],
    [counts(0, 0, 1, 0), 'The service has a stage recorded.'],
    [counts(1, 0, 1, 0), 'All 2 services have a stage recorded.'],
    [counts(1, 0, 1, 0, 1), '1 service of 3 has no stage recorded, and is left out of the shares.'],
    [
      counts(0, 0, 1, 0, 1999),
      '1,999 services of 2,000 have no stage recorded, and are left out of the shares.',
    ],
    [counts(0, 0, 0, 0, 1), '1 service of 1 has no stage recorded, and is left out of the shares.'],
  ] as const;
  for (const [all, words] of cases)
    it(`with ${all.not_recorded} of ${all.services} not recorded is "${words}"`, () =>
      expect(coverageSentence(all)).toBe(words));
});
