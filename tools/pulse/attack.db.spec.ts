import { type Given, daysAgo, newWave, small } from '../../apps/api/dist/pulse/pulse.fixture.js';
import { type TestApp, organisation, person, testApp } from '../../apps/api/dist/testing/app.js';
import type { PulseResult, PulseResults } from '../../libs/contract/dist/index.js';
import { grades, isSmall } from '../../libs/domain/dist/index.js';
import { type Total, everySet, solved, workedOut } from '../../libs/domain/dist/pulse-attack.fixture.js';

const slugs = ['dwp', 'jcp', 'csa', 'hmrc', 'hmt'];
const under: Readonly<Record<string, readonly string[]>> = { dwp: ['dwp', 'jcp', 'csa'] };
const options = ['significant', 'some', 'none'];
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

function peopleOf(group: Group, option: string | null): number {
  const of = new Set(cellsOf(group));
  const isIn = ({ organisation: slug, grade, answers }: Given) =>
    of.has(slugs.indexOf(slug) * grades.length + grades.indexOf(grade)) &&
    (option === null || answers.impact!.includes(option));
  return small.filter(isIn).length;
}

/** Everything the API answers about one question, in the hands of somebody who can add and subtract. */
describe('the results of the pulse API, attacked', () => {
  let headway: TestApp;
  let items: readonly PulseResult[];

  beforeAll(async () => {
    headway = await testApp();
    for (const name of ['DWP', 'HMRC', 'HMT']) await organisation(headway.source, name);
    for (const name of ['JCP', 'CSA']) await organisation(headway.source, name, 'dwp');
    const token = await person(headway.source, 'viewer');
    await newWave(headway.source, [daysAgo(20), daysAgo(10)], small);
    const answer = await headway.ask('GET', '/api/pulse/results?question=impact', { token });
    ({ items } = answer.json() as PulseResults);
  });
  afterAll(() => headway.close());

  const layer = (n: number, of: readonly number[]) => of.map((cell) => n * cells + cell);
  /** What is published of who answered, and of each answer, as sums of cells; or all there is. */
  const totals = (all: boolean): Total[] =>
    groups.flatMap((group) => {
      const result = items.find(
        ({ organisation: slug, grade }) => slug === group.organisation && grade === group.grade,
      )!;
      if (!all && result.status === 'suppressed') return [];
      return options.map((option, n) => ({
        cells: layer(n, cellsOf(group)),
        total: all
          ? peopleOf(group, option)
          : (result.options.find((one) => one.option === option)?.count ?? 0),
      }));
    });
  const bases = (all: boolean): Total[] =>
    groups.flatMap((group) => {
      const result = items.find(
        ({ organisation: slug, grade }) => slug === group.organisation && grade === group.grade,
      )!;
      if (!all && result.status === 'suppressed') return [];
      return [{ cells: cellsOf(group), total: all ? peopleOf(group, null) : result.base! }];
    });
  const smallSets = (all: boolean) => everySet(solved(bases(all), cells)).filter(isSmall);
  /** Groups of fewer than 10 of which an answer can be worked out. */
  const told = (all: boolean) => {
    const system = solved(totals(all), options.length * cells);
    return groups
      .filter((group) => isSmall(peopleOf(group, null)))
      .filter((group) =>
        options.some((_, n) => workedOut(system, layer(n, cellsOf(group)), options.length * cells)),
      );
  };

  it('are of the wave as it was answered', () => {
    for (const one of items.filter(({ status }) => status === 'shown'))
      expect(one.base).withContext(JSON.stringify(one)).toBe(peopleOf(one, null));
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
