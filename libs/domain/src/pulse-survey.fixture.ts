import fc from 'fast-check';
import type { PulseOrganisation } from './pulse-groups.js';
import { type PulseQuestionId, grades } from './pulse-questions.js';
import type { PulseSurvey, PulseTally } from './pulse-counts.js';

/** The questions that generated surveys ask, and the answers that they give. */
export const generated = {
  impact: ['significant', 'some', 'none'],
  confidence: ['very_confident', 'fairly_confident', 'dont_know'],
  barriers: ['funding', 'skills', 'none'],
} as const satisfies Partial<Record<PulseQuestionId, readonly string[]>>;
export type GeneratedQuestion = keyof typeof generated;
export const generatedQuestions = Object.keys(generated) as GeneratedQuestion[];

/** Often nobody, often few, sometimes a group that may be shown. */
const few = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 4 }) },
  { weight: 3, arbitrary: fc.integer({ min: 5, max: 12 }) },
  { weight: 2, arbitrary: fc.integer({ min: 13, max: 60 }) },
);
/** How those of a cell answer: mostly all alike, as that bounds the most; some another answer, some none. */
const answering = fc.record({
  first: fc.nat(2),
  second: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, few),
  none: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, few),
});
const cell = fc.record({ people: few, answering: fc.tuple(answering, answering, answering) });

/** Trees of organisations to three levels, with counts of every grade and question in each. */
export const anySurvey: fc.Arbitrary<PulseSurvey> = fc
  .array(fc.record({ under: fc.nat(6), cells: fc.tuple(cell, cell, cell) }), { minLength: 1, maxLength: 7 })
  .map((all) => {
    const organisations: PulseOrganisation[] = [];
    const depth = (slug: string | null): number =>
      slug === null ? 0 : 1 + depth(organisations.find((one) => one.slug === slug)!.parent);
    for (const [n, { under }] of all.entries()) {
      const parent = under < n && depth(`o${under}`) < 3 ? `o${under}` : null;
      organisations.push({ slug: `o${n}`, parent });
    }
    const cells = all.flatMap((one, n) =>
      one.cells.map((given, g) => ({ ...given, at: { organisation: `o${n}`, grade: grades[g]! } })),
    );
    const respondents: PulseTally[] = cells.map(({ at, people }) => ({ ...at, people }));
    const questions = cells.flatMap(({ at, people, answering: given }) =>
      generatedQuestions.map((question, n) => {
        const { first, second, none } = given[n]!;
        const answered = Math.max(0, people - none);
        const other = Math.min(second, answered);
        const options = generated[question];
        // Of barriers somebody may choose both.
        const both = question === 'barriers' && second % 2 === 1 ? other : 0;
        const gave = [
          { option: options[first]!, people: answered - other + both },
          { option: options[(first + 1) % 3]!, people: other },
        ];
        return { at: { ...at, question }, answered, gave };
      }),
    );
    return {
      ...{ organisations, version: 1 },
      tallies: {
        respondents,
        answered: questions.map(({ at, answered }) => ({ ...at, people: answered })),
        options: questions.flatMap(({ at, gave }) => gave.map((one) => ({ ...at, ...one }))),
      },
    };
  });
