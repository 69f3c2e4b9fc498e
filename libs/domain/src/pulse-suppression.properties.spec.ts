import fc from 'fast-check';
import { type Total, everySet, solved, workedOut } from './pulse-attack.fixture.js';
import { type PulseCounts, isShown, pulseCounts } from './pulse-counts.js';
import { type People, type PulseOrganisationKey, isSmall, peopleOf } from './pulse-groups.js';
import { type Grade, grades } from './pulse-questions.js';
import { anySurvey, generatedOptions } from './pulse-survey.fixture.js';
import type { PulseGroups } from './pulse-suppression.js';
import { runs } from './runs.fixture.js';

type Group = readonly [organisation: PulseOrganisationKey, grade: Grade | null];

/** A wave as somebody sees it who wants to know what is not shown; a cell is an organisation itself and a grade. */
function attacked(counts: PulseCounts) {
  const { under } = counts.tree;
  const organisations = [...under.keys()].filter((key) => key !== null);
  const impact = counts.questions.get('impact')!;
  const groups: Group[] = [...under.keys()].flatMap((key) =>
    [null, ...grades].map((grade): Group => [key, grade]),
  );
  const cellsOf = ([key, grade]: Group) =>
    under
      .get(key)!
      .filter((one) => one !== null)
      .flatMap((one) =>
        (grade ? [grade] : grades).map((each) => 3 * organisations.indexOf(one) + grades.indexOf(each)),
      );
  const totals = (shown: PulseGroups, people: People): Total[] =>
    groups
      .filter((group) => isShown(shown, ...group))
      .map((group) => ({ cells: cellsOf(group), total: peopleOf(people, under.get(group[0])!, group[1]) }));
  const of = (people: People, [key, grade]: Group) => peopleOf(people, under.get(key)!, grade);
  return { cells: 3 * organisations.length, impact, groups, cellsOf, totals, of, counts };
}

/** How many people are in sets of 1 to 9 that can be worked out: of those who took part, and who answered. */
function smallSets(counts: PulseCounts): number[] {
  const { cells, impact, totals } = attacked(counts);
  return [totals(counts.groups, counts.respondents), totals(impact.groups, impact.answered)].flatMap(
    (published) => everySet(solved(published, cells)).filter(isSmall),
  );
}

/**
 * Groups under 10 of which the size or an answer can be worked out from all that is published: each answer's
 * counts, how many answered and how many took part, all at once and none below nought.
 */
function answersOfSmallGroups(counts: PulseCounts): Group[] {
  const { cells, impact, groups, cellsOf, totals, of } = attacked(counts);
  const layers = generatedOptions.length + 1;
  const layer = (n: number, from: readonly number[]) => from.map((one) => n * cells + one);
  const took = totals(counts.groups, counts.respondents).map((one) => ({
    ...one,
    cells: Array.from({ length: layers }, (_, n) => layer(n, one.cells)).flat(),
  }));
  const gave = generatedOptions.flatMap((option, n) =>
    totals(impact.groups, impact.options.get(option)!).map((one) => ({ ...one, cells: layer(n, one.cells) })),
  );
  const system = solved([...took, ...gave], layers * cells);
  const known = (group: Group, of: readonly number[]) =>
    (workedOut(system, of.map((n) => layer(n, cellsOf(group))).flat(), layers * cells) ?? 0) > 0;
  const answers = generatedOptions.map((_, n) => n);
  const hidden = (people: People) => groups.filter((group) => isSmall(of(people, group)));
  return [
    ...hidden(counts.respondents).filter((group) => known(group, [...answers, answers.length])),
    ...hidden(impact.answered).filter((group) => known(group, answers)),
    ...hidden(impact.answered).filter((group) => answers.some((n) => known(group, [n]))),
  ];
}

const holds = (rule: (counts: PulseCounts) => boolean) =>
  fc.assert(
    fc.property(anySurvey, (survey) => rule(pulseCounts(survey))),
    { numRuns: runs(300) },
  );

describe('any survey, attacked with every table that is published', () => {
  it('shows no group under 10', () =>
    expect(() =>
      holds((counts) => {
        const { impact, groups, of } = attacked(counts);
        return groups.every(
          (group) =>
            !(isShown(counts.groups, ...group) && isSmall(of(counts.respondents, group))) &&
            !(isShown(impact.groups, ...group) && isSmall(of(impact.answered, group))),
        );
      }),
    ).not.toThrow());

  it('lets no set of fewer than 10 people be worked out', () =>
    expect(() => holds((counts) => smallSets(counts).length === 0)).not.toThrow());

  it('lets no answer of a group under 10 be worked out', () =>
    expect(() => holds((counts) => answersOfSmallGroups(counts).length === 0)).not.toThrow());
});

describe('the same surveys without secondary suppression', () => {
  const found = (attack: (counts: PulseCounts) => readonly unknown[]) =>
    fc
      .sample(anySurvey, { numRuns: 100, seed: 6 })
      .filter((survey) => attack(pulseCounts(survey, false)).length > 0).length;
  it('tell of fewer than 10 people', () => expect(found(smallSets)).toBeGreaterThan(10));
  it('tell answers of groups under 10', () => expect(found(answersOfSmallGroups)).toBeGreaterThan(10));
});
