import { type Given, daysAgo, newWave, small } from '../../apps/api/dist/pulse/pulse.fixture.js';
import { type TestApp, organisation, person, testApp } from '../../apps/api/dist/testing/app.js';
import type { PulseResult, PulseResults } from '../../libs/contract/dist/index.js';
import { type PulseQuestionId, grades, isSmall, pulseQuestionsOf } from '../../libs/domain/dist/index.js';
import { type Total, attacker, everySet, solved } from '../../libs/domain/dist/pulse-attack.fixture.js';

const slugs = ['dwp', 'jcp', 'csa', 'hmrc', 'hmt'];
const under: Readonly<Record<string, readonly string[]>> = { dwp: ['dwp', 'jcp', 'csa'] };
const questions = pulseQuestionsOf(1);
const cells = slugs.length * grades.length;

type Group = Pick<PulseResult, 'organisation' | 'grade'>;
const groups = [null, ...slugs].flatMap((slug) =>
  [null, ...grades].map((grade): Group => ({ organisation: slug, grade })),
);

/** A cell is an organisation itself and a grade. */
function cellsOf({ organisation: slug, grade }: Group): number[] {
  const own = slug === null ? slugs : (under[slug] ?? [slug]);
  return own.flatMap((one) =>
    (grade ? [grade] : grades).map((each) => slugs.indexOf(one) * grades.length + grades.indexOf(each)),
  );
}

/** Who took part, who answered a question, or who gave an answer to it. */
function peopleOf(group: Group, question?: PulseQuestionId, option?: string): number {
  const of = new Set(cellsOf(group));
  const isIn = ({ organisation: slug, grade, answers }: Given) =>
    of.has(slugs.indexOf(slug) * grades.length + grades.indexOf(grade)) &&
    (question === undefined || answers[question] !== undefined) &&
    (option === undefined || answers[question!]!.includes(option));
  return small.filter(isIn).length;
}

/** Everything the API answers, about all questions, in the hands of somebody who can add and subtract. */
describe('the results of the pulse API, attacked', () => {
  let headway: TestApp;
  let items: readonly PulseResult[];

  beforeAll(async () => {
    headway = await testApp();
    for (const name of ['DWP', 'HMRC', 'HMT']) await organisation(headway.source, name);
    for (const name of ['JCP', 'CSA']) await organisation(headway.source, name, 'dwp');
    const token = await person(headway.source, 'viewer');
    await newWave(headway.source, [daysAgo(20), daysAgo(10)], small);
    const answer = await headway.ask('GET', '/api/pulse/results', { token });
    ({ items } = answer.json() as PulseResults);
  });
  afterAll(() => headway.close());

  const resultOf = (question: PulseQuestionId, group: Group) =>
    items.find(
      (one) =>
        one.measure === question && one.organisation === group.organisation && one.grade === group.grade,
    )!;
  /** What is published of a question, or all there is, as sums of cells. */
  const totals = (question: PulseQuestionId, all: boolean, count: (group: Group) => number): Total[] =>
    groups
      .filter((group) => all || resultOf(question, group).status !== 'suppressed')
      .map((group) => ({ cells: cellsOf(group), total: count(group) }));
  const bases = (question: PulseQuestionId, all: boolean) =>
    totals(question, all, (group) => (all ? peopleOf(group, question) : resultOf(question, group).base!));
  const smallSets = (all: boolean) =>
    questions.flatMap(({ id }) => everySet(solved(bases(id, all), cells)).filter(isSmall));
  /** Groups of fewer than 10 of which an answer can be worked out, or how many they are. */
  const told = (all: boolean) => {
    const partings = questions.flatMap(({ id, options, several }) => {
      const chose = options.map(({ id: option }) =>
        totals(id, all, (group) =>
          all
            ? peopleOf(group, id, option)
            : (resultOf(id, group).options.find((one) => one.option === option)?.count ?? 0),
        ),
      );
      const published = several
        ? chose.map((some) => [
            some,
            bases(id, all).map((base, n) => ({ ...base, total: base.total - some[n]!.total })),
          ])
        : [chose];
      return published.map((answers) => ({ id, answers }));
    });
    // How many took part is said of all of government alone.
    const took = [{ cells: cellsOf({ organisation: null, grade: null }), total: small.length }];
    const attack = attacker({ took, partings: partings.map(({ answers }) => answers) }, cells, small.length);
    const few = (question?: PulseQuestionId) => groups.filter((group) => isSmall(peopleOf(group, question)));
    return [
      ...few().filter((group) => attack.tookPart(cellsOf(group))),
      ...partings.flatMap(({ id, answers }, p) =>
        few(id).filter((group) => answers.some((_, n) => attack.gave(cellsOf(group), p, [n]))),
      ),
    ];
  };

  it('are of the wave as it was answered', () => {
    const asked = items.filter(({ measure }) => questions.some(({ id }) => id === measure));
    expect(asked.length).toBe(questions.length * groups.length);
    for (const one of asked.filter(({ status }) => status === 'shown'))
      expect(one.base)
        .withContext(JSON.stringify(one))
        .toBe(peopleOf(one, one.measure as PulseQuestionId));
  });

  it('let no set of fewer than 10 people be worked out, nor an answer of one', () => {
    expect(smallSets(false)).toEqual([]);
    expect(told(false)).toEqual([]);
  });

  it('would tell of them without suppression', () => {
    expect(smallSets(true).length).toBeGreaterThan(0);
    expect(told(true).length).toBeGreaterThan(0);
  });
});
