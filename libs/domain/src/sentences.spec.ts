import {
  coverageSentence,
  headline,
  officeCoverage,
  officeSentence,
  onlineSentences,
  percent,
  redesignSentences,
  stageSentences,
} from './sentences.js';
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

describe('the sentences on services online', () => {
  const online = (...[not_started, in_progress, live, not_recorded = 0]: [number, number, number, number?]) =>
    onlineSentences({
      services: not_started + in_progress + live + not_recorded,
      ...{ not_started, in_progress, live, not_recorded },
    }).map(({ sentence }) => sentence);

  it('count redesigned as live', () =>
    expect(online(63, 285, 62, 8)).toEqual([
      '63 services have not started, 15%.',
      '285 services are in progress, 70%.',
      '62 services are live or beyond, 15%.',
    ]));

  it('are in the singular for one, and say none and all', () => {
    expect(online(1, 1, 1)[2]).toBe('1 service is live or beyond, 33%.');
    expect(online(0, 0, 4)).toEqual([
      'Every service recorded has started.',
      'No service is in progress.',
      '4 services are live or beyond, 100%.',
    ]);
    expect(online(2, 0, 0)[2]).toBe('No service is live or beyond.');
  });

  it('are none where nothing is recorded', () => expect(online(0, 0, 0, 9)).toEqual([]));
});

describe('the sentences on redesign', () => {
  const redesign = (
    ...[not_started, under_way, complete, not_recorded = 0]: [number, number, number, number?]
  ) =>
    redesignSentences({
      services: not_started + under_way + complete + not_recorded,
      ...{ not_started, under_way, complete, not_recorded },
    }).map(({ sentence }) => sentence);

  it('have one for each state, in order', () =>
    expect(redesign(156, 209, 45, 8)).toEqual([
      '156 services have not started on redesign, 38%.',
      '209 services are being redesigned, 51%.',
      '45 services have been redesigned, 11%.',
    ]));

  it('are in the singular for one', () =>
    expect(redesign(1, 1, 1)).toEqual([
      '1 service has not started on redesign, 33%.',
      '1 service is being redesigned, 33%.',
      '1 service has been redesigned, 33%.',
    ]));

  it('say none and all', () => {
    expect(redesign(0, 0, 4)).toEqual([
      'Every service recorded has started on redesign.',
      'No service is being redesigned.',
      '4 services have been redesigned, 100%.',
    ]);
    expect(redesign(3, 0, 0)[2]).toBe('No service has been redesigned.');
  });

  it('are none where nothing is recorded', () => expect(redesign(0, 0, 0, 9)).toEqual([]));
});

describe('the sentences on an office', () => {
  const cases = [
    ['no service', counts(0, 0, 0, 0), '', ''],
    ['silence', counts(0, 0, 0, 0, 9), '', 'No service says how far its back office has got.'],
    [
      'many',
      counts(30, 100, 50, 12, 218),
      'The back office is live or beyond in 62 of the 192 services that say how far it has got, 32%.',
      '218 services say nothing of their back office.',
    ],
    [
      'one of many, and one silent',
      counts(1, 1, 0, 1, 1),
      'The back office is live or beyond in 1 of the 3 services that say how far it has got, 33%.',
      '1 service says nothing of its back office.',
    ],
    [
      'none of many',
      counts(1500, 1, 0, 0),
      'The back office is not yet live or beyond in any of the 1,501 services that say how far it has got.',
      'All 1,501 services say how far their back office has got.',
    ],
    [
      'all of them',
      counts(0, 0, 1, 1),
      'The back office is live or beyond in 2 of the 2 services that say how far it has got, 100%.',
      'All 2 services say how far their back office has got.',
    ],
    [
      'the only one, live',
      counts(0, 0, 1, 0),
      'The back office is live or beyond in the only service that says how far it has got.',
      'The service says how far its back office has got.',
    ],
    [
      'the only one, not yet',
      counts(1, 0, 0, 0, 2),
      'The back office is not yet live or beyond in the only service that says how far it has got.',
      '2 services say nothing of their back office.',
    ],
  ] as const;
  for (const [what, all, sentence, coverage] of cases)
    it(`say it for ${what}`, () => {
      expect(officeSentence('backOffice', all)).toBe(sentence);
      expect(officeCoverage('backOffice', all)).toBe(coverage);
    });

  it('name the office', () => {
    expect(officeSentence('frontOffice', counts(1, 0, 0, 0))).toContain('The front office');
    expect(officeCoverage('middleOffice', counts(1, 0, 0, 0, 1))).toContain('middle office');
  });
});
