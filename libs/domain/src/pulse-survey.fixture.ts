import fc from 'fast-check';
import type { PulseOrganisation } from './pulse-groups.js';
import { grades } from './pulse-questions.js';
import type { PulseSurvey, PulseTallies } from './pulse-counts.js';

/** The two answers that generated surveys give, and leaving the question out. */
export const generatedOptions = ['significant', 'some'] as const;

/** Often nobody, often few, sometimes a group that may be shown. */
const few = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 4 }) },
  { weight: 3, arbitrary: fc.integer({ min: 5, max: 12 }) },
  { weight: 2, arbitrary: fc.integer({ min: 13, max: 60 }) },
);
const cell = fc.record({
  significant: few,
  some: few,
  silent: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, few),
});

/** Trees of organisations to three levels, with counts of every grade in each. */
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
    const tallies = all.flatMap(({ cells }, n) =>
      cells.map((counts, g) => ({ organisation: `o${n}`, grade: grades[g]!, ...counts })),
    );
    return { organisations, version: 1, tallies: talliesOf(tallies) };
  });

function talliesOf(
  cells: readonly {
    organisation: string;
    grade: (typeof grades)[number];
    significant: number;
    some: number;
    silent: number;
  }[],
): PulseTallies {
  const question = 'impact' as const;
  return {
    respondents: cells.map(({ significant, some, silent, ...one }) => ({
      ...one,
      people: significant + some + silent,
    })),
    answered: cells.map(({ significant, some, silent: _, ...one }) => ({
      ...{ ...one, question },
      people: significant + some,
    })),
    options: cells.flatMap(({ significant, some, silent: _, ...one }) => [
      { ...one, question, option: 'significant', people: significant },
      { ...one, question, option: 'some', people: some },
    ]),
  };
}
