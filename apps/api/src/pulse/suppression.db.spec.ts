import type { PulseResult, PulseResults } from '@headway/contract';
import { type Grade, grades, pulseTopics } from '@headway/domain';
import { type TestApp, organisation, person, testApp } from '../testing/app.js';
import { daysAgo, newWave, small } from './pulse.fixture.js';

/** Every choice of some of these, none at all (so all of them) included. */
function subsets<T>(all: readonly T[]): T[][] {
  return all.reduce<T[][]>((found, one) => [...found, ...found.map((some) => [...some, one])], [[]]);
}

describe('results of small groups', () => {
  let headway: TestApp;
  let token: string;
  const organisations = ['dwp', 'jcp', 'csa', 'hmrc', 'hmt'];

  beforeAll(async () => {
    headway = await testApp();
    for (const name of ['DWP', 'HMRC', 'HMT']) await organisation(headway.source, name);
    for (const name of ['JCP', 'CSA']) await organisation(headway.source, name, 'dwp');
    token = await person(headway.source, 'admin');
    await newWave(headway.source, [daysAgo(20), daysAgo(10)], small);
  }, 60_000);
  afterAll(() => headway.close());

  const results = async (query = '') =>
    (await headway.ask('GET', `/api/pulse/results?${query}`, { token })).json() as PulseResults;
  const name = ({ measure, organisation: slug, grade }: PulseResult) => `${measure} ${slug} ${grade}`;
  const find = (items: readonly PulseResult[], slug: string | null, grade: Grade | null = null) =>
    items.find((one) => one.measure === 'impact' && one.organisation === slug && one.grade === grade)!;

  it('are not shown, nor what would give them away by subtraction', async () => {
    const { items } = await results();
    expect(find(items, null).base).toBe(small.length);
    // Of nine people; then of six, which DWP less its other agency and itself would not hide, so they go with it.
    for (const slug of ['hmt', 'csa']) expect(find(items, slug).status).toBe('suppressed');
    const shown = organisations.filter((slug) => find(items, slug).status === 'shown');
    const hidden =
      small.length - ['dwp', 'hmrc'].reduce((sum, slug) => sum + (find(items, slug).base ?? 0), 0);
    expect(shown).toContain('jcp');
    expect(hidden === 0 || hidden >= 10)
      .withContext(`${shown.join()} leave ${hidden}`)
      .toBeTrue();
    for (const one of items)
      if (one.status === 'suppressed')
        expect([one.base, one.answers, one.options]).withContext(name(one)).toEqual([null, null, []]);
      else if (one.status === 'shown') expect(one.base).withContext(name(one)).toBeGreaterThanOrEqual(10);
  });

  it('come out the same whatever else is asked for with them: no combination of filters shows more', async () => {
    const whole = new Map((await results()).items.map((one) => [name(one), one]));
    const chosen = (parameter: string, of: readonly string[]) => of.map((one) => `${parameter}=${one}`);
    let asked = 0;
    for (const some of subsets(['dwp', 'jcp', 'csa', 'hmt']))
      for (const of of subsets(grades))
        for (const audience of [[], ['audience=external'], ['audience=internal']])
          for (const question of [[], ...pulseTopics.map((topic) => [`question=${topic}`])]) {
            const query = [
              ...chosen('organisation', some),
              ...chosen('grade', of),
              ...audience,
              ...question,
            ].join('&');
            const { items, responses } = await results(query);
            if (responses !== small.length) fail(`${query} counts ${responses} responses`);
            const others = items.filter(
              (one) => JSON.stringify(one) !== JSON.stringify(whole.get(name(one))),
            );
            if (others.length > 0) fail(`${query} shows otherwise: ${others.map(name).join('; ')}`);
            asked++;
          }
    expect(asked).toBe(16 * 8 * 3 * 6);
  });

  it('are not counted together either where they are 9 in all, and are where they are 10', async () => {
    const hmt = small.filter((one) => one.organisation === 'hmt');
    const of = async (days: [number, number], given: typeof small) => {
      const wave = await newWave(headway.source, [daysAgo(days[0]), daysAgo(days[1])], given);
      return (await results(`wave=${wave}`)).responses;
    };
    expect(await of([40, 35], hmt)).toBeNull();
    expect(await of([50, 45], [...hmt, hmt[0]!])).toBe(10);
    expect(await of([60, 55], [])).toBe(0);
  });
});
