import { type PulseAnswers, pulseCounts, pulseResults, pulseTallies } from '@headway/domain';
import { faults, parsed } from './answers.fixture.js';
import { NewPulseAnswers, NewPulseWave, PulseResult, PulseResultsQuery } from './pulse.js';

describe('a new pulse wave', () => {
  const dates = { opensOn: '2026-05-01', closesOn: '2026-05-31' };
  it('has two dates', () => expect(parsed(NewPulseWave, dates)).toEqual({ read: dates }));
  it('has no other say', () => {
    expect(faults(NewPulseWave, {})).toEqual(['closesOn', 'opensOn']);
    expect(
      faults(NewPulseWave, { ...dates, opensOn: '2026-02-29', state: 'open', questionsVersion: 2 }),
    ).toEqual(['opensOn', 'questionsVersion', 'state']);
  });
});

describe('pulse answers to submit', () => {
  const given = { grade: 'other', answers: { impact: 'some', barriers: ['skills', 'funding'] } } as const;

  it('are one of the options, or several of the barriers, and read as lists', () => {
    const read: PulseAnswers = NewPulseAnswers.parse(given);
    expect(read).toEqual({ grade: 'other', answers: { impact: ['some'], barriers: ['skills', 'funding'] } });
  });

  const refused: readonly [what: string, answers: object, fault: string][] = [
    ['no answer', {}, 'answers'],
    ['no barrier', { barriers: [] }, 'answers.barriers'],
    ['null', { impact: null }, 'answers.impact'],
    ['an option of another question', { impact: 'live' }, 'answers.impact'],
    ['a list where one is asked', { impact: ['some'] }, 'answers.impact'],
    ['one where a list is asked', { barriers: 'skills' }, 'answers.barriers'],
    ['a barrier twice', { barriers: ['skills', 'skills'] }, 'answers.barriers'],
    ['nothing and a barrier', { barriers: ['none', 'skills'] }, 'answers.barriers'],
    ['an unknown barrier', { barriers: ['weather'] }, 'answers.barriers.0'],
    ['an unknown question', { impact: 'some', pay: 'low' }, 'answers.pay'],
  ];
  for (const [what, answers, fault] of refused)
    it(`are refused with ${what}`, () =>
      expect(faults(NewPulseAnswers, { grade: 'other', answers })).toEqual([fault]));

  it('say the grade, and nothing of who it is', () => {
    expect(faults(NewPulseAnswers, { answers: given.answers })).toEqual(['grade']);
    for (const field of ['name', 'email', 'organisation', 'at'])
      expect(faults(NewPulseAnswers, { ...given, [field]: 'x' })).toEqual([field]);
  });
});

describe('a query for pulse results', () => {
  it('takes organisations, grades and questions once or again', () =>
    expect(
      parsed(PulseResultsQuery, {
        organisation: 'dwp',
        grade: ['other', 'grade_6_or_7'],
        question: 'online',
      }),
    ).toEqual({
      read: { organisation: ['dwp'], grade: ['other', 'grade_6_or_7'], question: ['online'] },
    }));

  for (const [query, fault] of [
    [{ wave: 'last' }, 'wave'],
    [{ grade: 'senior' }, 'grade'],
    [{ audience: 'both' }, 'audience'],
    [{ question: 'external_online' }, 'question'],
    [{ page: '1' }, 'page'],
  ] as const)
    it(`refuses ${JSON.stringify(query)}`, () => expect(faults(PulseResultsQuery, query)).toEqual([fault]));
});

describe('a pulse result in an answer', () => {
  it('is what the rules work out', () => {
    const one = {
      organisation: 'dwp',
      ...NewPulseAnswers.parse({ grade: 'other', answers: { impact: 'some' } }),
    };
    const tallies = pulseTallies(Array.from({ length: 12 }, () => one));
    const counts = pulseCounts({ organisations: [{ slug: 'dwp', parent: null }], version: 1, tallies });
    for (const result of pulseResults(counts, counts))
      expect(parsed(PulseResult, result)).toEqual({ read: result as never });
  });
});
