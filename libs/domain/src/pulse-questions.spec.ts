import { barrierCategories } from './barrier.js';
import { confidenceLabels, confidences } from './confidence.js';
import {
  type PulseAnswers,
  grades,
  pulseAnswersBroken,
  pulseQuestionIds,
  pulseQuestionsOf,
} from './pulse-questions.js';

describe('the standard questions', () => {
  const questions = pulseQuestionsOf(1);
  it('are asked in order, each once', () =>
    expect(questions.map(({ id }) => id)).toEqual([...pulseQuestionIds]));
  it('have each option and each label once', () => {
    for (const { options } of questions)
      for (const what of ['id', 'label'] as const)
        expect(new Set(options.map((option) => option[what])).size).toBe(options.length);
  });
  it('let people say that they do not know', () => {
    for (const { options } of questions)
      expect(options.at(-1)).toEqual(jasmine.objectContaining({ id: 'dont_know' }));
  });
  it('have the scale of returns and the barriers of services', () => {
    const ids = (id: string) => questions.find((one) => one.id === id)!.options.map((option) => option.id);
    expect(ids('confidence')).toEqual([...confidences]);
    expect(Object.keys(confidenceLabels)).toEqual([...confidences]);
    expect(ids('barriers')).toEqual([...barrierCategories, 'none', 'dont_know']);
    expect(grades.length).toBe(3);
  });
  it('are of a version there is', () => expect(() => pulseQuestionsOf(0)).toThrowError(RangeError));
});

describe('pulse answers', () => {
  const cases: readonly [what: string, answers: PulseAnswers['answers'], code: string | null][] = [
    ['to one question', { impact: ['some'] }, null],
    ['to none', {}, 'nothing_answered'],
    ['with nothing chosen', { impact: [] }, 'not_an_answer'],
    ['of another question', { impact: ['live'] }, 'not_an_answer'],
    ['to what is not asked', { pay: ['some'] } as never, 'not_an_answer'],
    ['of two where one is asked', { impact: ['some', 'none'] }, 'too_many'],
    ['of several', { barriers: ['skills', 'other'] }, null],
    ['of one twice', { barriers: ['skills', 'skills'] }, 'twice'],
    ['of nothing alone', { barriers: ['none'] }, null],
    ['of nothing and something', { barriers: ['skills', 'none'] }, 'not_with_others'],
    ['of not knowing and something', { barriers: ['dont_know', 'skills'] }, 'not_with_others'],
  ];
  for (const [what, answers, code] of cases)
    it(`${what} are ${code ?? 'taken'}`, () =>
      expect(pulseAnswersBroken({ answers }, 1)?.code ?? null).toBe(code));
});
