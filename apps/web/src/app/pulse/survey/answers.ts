import type { NewPulseAnswers } from '@headway/contract';
import {
  type Grade,
  type PulseQuestion,
  type PulseQuestionId,
  gradeHints,
  gradeLabels,
  gradeQuestion,
  grades,
  pulseAnswersBroken,
  pulseQuestionIds,
  pulseQuestionsOf,
} from '@headway/domain';

/** What the survey asks, one thing a page: the grade, then the standard questions. */
export type AskedId = 'grade' | PulseQuestionId;
/** The options chosen of each; one that is left out was skipped or not come to yet. */
export type Answers = Readonly<Partial<Record<AskedId, readonly string[]>>>;

export interface Asked extends Pick<PulseQuestion, 'text' | 'hint' | 'several'> {
  readonly id: AskedId;
  readonly options: readonly { value: string; text: string; hint?: string; exclusive?: boolean }[];
  /** Whether it may be skipped. */
  readonly optional: boolean;
}

const grade: Asked = {
  id: 'grade',
  text: gradeQuestion,
  several: false,
  optional: false,
  options: grades.map((value) => ({
    ...{ value, text: gradeLabels[value] },
    ...(gradeHints[value] ? { hint: gradeHints[value] } : {}),
  })),
};

/** All that a version of the questions asks, in order. @throws RangeError where there is no such version */
export function askedIn(version: number): readonly Asked[] {
  const questions = pulseQuestionsOf(version).map(({ id, text, hint, several, options }) => ({
    ...{ id, text, several, optional: true },
    ...(hint ? { hint } : {}),
    options: options.map(({ id: value, label, exclusive }) => ({
      ...{ value, text: label },
      ...(exclusive ? { exclusive } : {}),
    })),
  }));
  return [grade, ...questions];
}

/** Why the reader cannot go on from a question, or null. */
export function wrongWith({ id, several, optional }: Asked, answers: Answers, version: number) {
  const chosen = answers[id] ?? [];
  if (id === 'grade') return chosen.length === 1 ? null : 'Select your grade';
  if (chosen.length === 0 && optional)
    return several
      ? 'Select what holds it back, or skip this question'
      : 'Select an answer, or skip this question';
  return pulseAnswersBroken({ answers: { [id]: chosen } }, version)?.message ?? null;
}

/** As it is sent: single answers as one value, and nothing of what was skipped. */
export function toSend(answers: Answers): NewPulseAnswers {
  const { grade: [grade] = [], ...given } = answers;
  const sent = pulseQuestionIds.flatMap((id) => {
    const chosen = given[id] ?? [];
    return chosen.length === 0 ? [] : [[id, id === 'barriers' ? chosen : chosen[0]!] as const];
  });
  return { grade: grade as Grade, answers: Object.fromEntries(sent) };
}

/** "Not answered", or the labels chosen. */
export function answerWords({ id, options }: Asked, answers: Answers): readonly string[] {
  const chosen = answers[id] ?? [];
  const words = options.filter(({ value }) => chosen.includes(value)).map(({ text }) => text);
  return words.length > 0 ? words : ['Not answered'];
}
