import { barrierCategories, barrierCategoryLabels } from './barrier.js';
import { confidenceLabels, confidences } from './confidence.js';
import type { Audience } from './service.js';

/**
 * The grade of whoever answers. It is the one question that must be answered: a part that says nothing of
 * its grade could be worked out from everyone less the grades, and a few such people would hide every
 * grade. Whoever would rather not say counts with the others, and is told so.
 */
export const grades = ['senior_civil_servant', 'grade_6_or_7', 'other'] as const;
export type Grade = (typeof grades)[number];

export const gradeLabels: Readonly<Record<Grade, string>> = {
  senior_civil_servant: 'Senior civil servant',
  grade_6_or_7: 'Grade 6 or 7',
  other: 'Other',
};
/** Who is meant, in the plural and in a sentence. */
export const gradePhrases: Readonly<Record<Grade, string>> = {
  senior_civil_servant: 'senior civil servants',
  grade_6_or_7: 'grades 6 and 7',
  other: 'other grades',
};
export const gradeQuestion = 'What is your grade?';
export const gradeHints: Readonly<Partial<Record<Grade, string>>> = {
  other: 'Any other grade, or you would rather not say',
};

/** What anonymity costs, for whoever answers and whoever reads the results. */
export const pulseAnonymity =
  'Answers are anonymous. We do not keep your name, your email address, an address of your computer, a cookie or ' +
  'the time of day. As nothing says who answered, nothing can prove that everybody answered once: a person could ' +
  'use a link twice, or pass it on. We limit how fast answers are taken and refuse the same submission sent twice, ' +
  'but results are what was answered, not a count of people that was checked.';

export const pulseQuestionIds = [
  'impact',
  'external_online',
  'internal_online',
  'external_redesign',
  'internal_redesign',
  'confidence',
  'barriers',
] as const;
export type PulseQuestionId = (typeof pulseQuestionIds)[number];

export interface PulseOption {
  readonly id: string;
  readonly label: string;
  /** Chosen alone, where several may be chosen. */
  readonly exclusive?: true;
}

export interface PulseQuestion {
  readonly id: PulseQuestionId;
  /** As it is asked. */
  readonly text: string;
  readonly hint?: string;
  /** In a table or a list of results. */
  readonly label: string;
  /** Whose services are asked about; nothing to do with who answers. */
  readonly audience: Audience | null;
  readonly several: boolean;
  readonly options: readonly PulseOption[];
}

const options = <Id extends string>(labels: Readonly<Record<Id, string>>, ids: readonly Id[]) =>
  ids.map((id): PulseOption => ({ id, label: labels[id] }));
const dontKnow: PulseOption = { id: 'dont_know', label: 'Don’t know' };
const states = (done: PulseOption) => [
  { id: 'not_started', label: 'Not started' },
  { id: 'in_progress', label: 'In progress' },
  done,
  dontKnow,
];
const onlineOptions = states({ id: 'live', label: 'Live' });
const redesignOptions = states({ id: 'complete', label: 'Complete' });
const externalHint = 'Services for citizens and businesses.';
const internalHint = 'Services for people who work in government, such as pay, leave or case working.';
const redesignHint = 'Redesign means changing the work behind a service, not only putting it online.';

/**
 * The standard questions, by version. A version is never changed once a wave has asked it. In a later one, a
 * question of which the meaning or the options change takes a new id: the same id is the same question,
 * and may be compared between waves.
 */
export const pulseQuestions: Readonly<Record<number, readonly PulseQuestion[]>> = {
  1: [
    {
      id: 'impact',
      text: 'How much does digital affect your work?',
      hint: 'Digital means new online services, data and tools, and the changes they bring to how you work.',
      label: 'Impact of digital on work',
      ...{ audience: null, several: false },
      options: [
        { id: 'significant', label: 'Significantly' },
        { id: 'some', label: 'To some extent' },
        { id: 'none', label: 'Not at all' },
        dontKnow,
      ],
    },
    {
      id: 'external_online',
      text: 'How far has your organisation got with putting its external services online?',
      hint: externalHint,
      label: 'External services online',
      ...{ audience: 'external', several: false, options: onlineOptions },
    },
    {
      id: 'internal_online',
      text: 'How far has your organisation got with putting its internal services online?',
      hint: internalHint,
      label: 'Internal services online',
      ...{ audience: 'internal', several: false, options: onlineOptions },
    },
    {
      id: 'external_redesign',
      text: 'How far has your organisation got with redesigning its external services?',
      hint: `${externalHint} ${redesignHint}`,
      label: 'Redesign of external services',
      ...{ audience: 'external', several: false, options: redesignOptions },
    },
    {
      id: 'internal_redesign',
      text: 'How far has your organisation got with redesigning its internal services?',
      hint: `${internalHint} ${redesignHint}`,
      label: 'Redesign of internal services',
      ...{ audience: 'internal', several: false, options: redesignOptions },
    },
    {
      id: 'confidence',
      text: 'How confident are you that your organisation will complete the transformation it has planned?',
      label: 'Confidence that planned transformation will be completed',
      ...{ audience: null, several: false },
      options: options(confidenceLabels, confidences),
    },
    {
      id: 'barriers',
      text: 'What holds back digital transformation in your organisation?',
      hint: 'Select all that apply.',
      label: 'Barriers',
      ...{ audience: null, several: true },
      options: [
        ...options(barrierCategoryLabels, barrierCategories),
        { id: 'none', label: 'Nothing holds it back', exclusive: true },
        { ...dontKnow, exclusive: true },
      ],
    },
  ],
};
/** The version that a new wave asks. */
export const latestPulseQuestions = 1;

/** The questions of a version. @throws RangeError where there is none */
export function pulseQuestionsOf(version: number): readonly PulseQuestion[] {
  const questions = pulseQuestions[version];
  if (!questions) throw new RangeError(`There is no version ${version} of the questions`);
  return questions;
}

/** What one person answered. A question left out was left unanswered; where several may be chosen, all of them. */
export interface PulseAnswers {
  readonly grade: Grade;
  readonly answers: Readonly<Partial<Record<PulseQuestionId, readonly string[]>>>;
}

/** Why answers cannot be taken, or null: each to a question asked, with its options, and at least one in all. */
export function pulseAnswersBroken(
  { answers }: Pick<PulseAnswers, 'answers'>,
  version: number,
): { question: PulseQuestionId | null; code: string; message: string } | null {
  const asked = new Map(pulseQuestionsOf(version).map((one) => [one.id, one]));
  const given = Object.entries(answers) as [PulseQuestionId, readonly string[]][];
  if (given.length === 0)
    return { question: null, code: 'nothing_answered', message: 'Answer at least one question' };
  for (const [id, chosen] of given) {
    const question = asked.get(id);
    const known = new Map(question?.options.map((option) => [option.id, option]));
    if (!question || chosen.length === 0 || chosen.some((option) => !known.has(option)))
      return { question: id, code: 'not_an_answer', message: 'Select one of the answers' };
    if (!question.several && chosen.length > 1)
      return { question: id, code: 'too_many', message: 'Select one answer' };
    if (new Set(chosen).size < chosen.length)
      return { question: id, code: 'twice', message: 'Select each answer once' };
    if (chosen.length > 1 && chosen.some((option) => known.get(option)!.exclusive))
      return {
        question: id,
        code: 'not_with_others',
        message: 'Select what holds it back, or one of “Nothing holds it back” and “Don’t know”',
      };
  }
  return null;
}
