import fc from 'fast-check';
import { type Published, type Total, attacker, everySet, solved } from './pulse-attack.fixture.js';
import { type PulseCounts, isShown, pulseCounts } from './pulse-counts.js';
import { type People, type PulseOrganisationKey, isSmall, peopleOf } from './pulse-groups.js';
import { type Grade, grades } from './pulse-questions.js';
import { anySurvey, generated, generatedQuestions } from './pulse-survey.fixture.js';
import type { PulseGroups } from './pulse-suppression.js';
import { runs } from './runs.fixture.js';

type Group = readonly [organisation: PulseOrganisationKey, grade: Grade | null];

/** A wave as somebody sees it who wants to know what is not shown; a cell is an organisation itself and a grade. */
function attacked(counts: PulseCounts) {
  const { under } = counts.tree;
  const organisations = [...under.keys()].filter((key) => key !== null);
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
  const of = (people: People, [key, grade]: Group) => peopleOf(people, under.get(key)!, grade);
  const totals = (shown: PulseGroups, count: (group: Group) => number): Total[] =>
    groups
      .filter((group) => isShown(shown, ...group))
      .map((group) => ({ cells: cellsOf(group), total: count(group) }));
  const questions = generatedQuestions.map((id) => counts.questions.get(id)!);
  const took = totals(counts.groups, (group) => of(counts.respondents, group));
  return { cells: 3 * organisations.length, groups, cellsOf, of, totals, questions, took };
}

/** How many people are in sets of 1 to 9 that can be worked out: of those who took part, and who answered. */
function smallSets(counts: PulseCounts): number[] {
  const { cells, questions, took, totals, of } = attacked(counts);
  const answered = questions.map((one) => totals(one.groups, (group) => of(one.answered, group)));
  return [took, ...answered].flatMap((published) => everySet(solved(published, cells)).filter(isSmall));
}

/**
 * What can be worked out of groups under 10 from all that is published, of all questions at once, by somebody who
 * knows that no number is below nought: their size, how many of them answered, and each answer.
 */
function answersOfSmallGroups(counts: PulseCounts): string[] {
  const { cells, groups, cellsOf, of, totals, questions, took } = attacked(counts);
  const partings = questions.flatMap(({ question, groups: shown, answered, options }) => {
    const gave = generated[question.id as keyof typeof generated].map((option) => options.get(option)!);
    const chose = gave.map((people) => totals(shown, (group) => of(people, group)));
    const others = gave.map((people) => totals(shown, (group) => of(answered, group) - of(people, group)));
    const published: Published['partings'] = question.several
      ? chose.map((some, n) => [some, others[n]!])
      : [chose];
    return published.map((answers) => ({ answered, answers }));
  });
  const published = { took, partings: partings.map(({ answers }) => answers) };
  const attack = attacker(published, cells, of(counts.respondents, [null, null]));
  const hidden = (people: People) => groups.filter((group) => isSmall(of(people, group)));
  const told = (what: string, group: Group, number: number | null) =>
    (number ?? 0) > 0 ? [`${what} of ${group.join(' ')}: ${number}`] : [];
  return [
    ...hidden(counts.respondents).flatMap((group) => told('size', group, attack.tookPart(cellsOf(group)))),
    ...partings.flatMap(({ answered, answers }, p) => {
      const each = [...answers.keys()];
      return hidden(answered).flatMap((group) =>
        [each, ...each.map((n) => [n])].flatMap((some) =>
          told(`${p}: ${some.join()}`, group, attack.gave(cellsOf(group), p, some)),
        ),
      );
    }),
  ];
}

const holds = (rule: (counts: PulseCounts) => readonly unknown[]) =>
  fc.assert(
    fc.property(anySurvey, (survey) => {
      const found = rule(pulseCounts(survey));
      if (found.length > 0) throw new Error(found.join('; '));
    }),
    { numRuns: runs(300) },
  );

describe('any survey, attacked with every table that is published', () => {
  it('shows no group under 10', () =>
    expect(() =>
      holds((counts) => {
        const { groups, of, questions } = attacked(counts);
        const all = [{ groups: counts.groups, answered: counts.respondents }, ...questions];
        return all.flatMap(({ groups: shown, answered }) =>
          groups.filter((group) => isShown(shown, ...group) && isSmall(of(answered, group))),
        );
      }),
    ).not.toThrow());

  it('lets no set of fewer than 10 people be worked out', () => expect(() => holds(smallSets)).not.toThrow());

  it('lets no answer of a group under 10 be worked out, all questions taken together', () =>
    expect(() => holds(answersOfSmallGroups)).not.toThrow());
});

describe('the same surveys without secondary suppression', () => {
  const found = (attack: (counts: PulseCounts) => readonly unknown[]) =>
    fc
      .sample(anySurvey, { numRuns: 100, seed: 6 })
      .filter((survey) => attack(pulseCounts(survey, false)).length > 0).length;
  it('tell of fewer than 10 people', () => expect(found(smallSets)).toBeGreaterThan(10));
  it('tell answers of groups under 10', () => expect(found(answersOfSmallGroups)).toBeGreaterThan(10));
});
