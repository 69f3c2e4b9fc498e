import type { Portfolio } from '@headway/contract';
import { type Counts, offices, onlineStates, redesignStates, stagesOrNone } from '@headway/domain';
import fc from 'fast-check';
import { person } from '../testing/app.js';
import { runs } from '../testing/runs.js';
import { type World, days, instantBetween, oneOfEach, steps, take, world } from './steps.fixture.js';

const quarterEnds = days.filter((day) => /-(03-31|06-30|09-30|12-31)$/.test(day));

describe('a view of the past', () => {
  let here: World;
  const tokens: string[] = [];
  const instants: string[] = [];

  beforeAll(async () => {
    here = await world();
    tokens.push(here.token, await person(here.headway.source, 'digital_lead', 'two'));
    const more = fc.sample(steps, { numRuns: 60, seed: 1832 });
    for (const [i, step] of [...oneOfEach, ...more].entries()) {
      await take(here, step);
      if (i % 10 === 9) instants.push(await instantBetween());
    }
  }, 120_000);
  afterAll(() => here.headway.close());

  const get = async <T>(token: string, path: string) => {
    const answer = await here.headway.ask('GET', `/api/${path}`, { token });
    expect(answer.statusCode).withContext(`${path} ${answer.body}`).toBe(200);
    return answer.json() as T;
  };

  const view = fc.record({
    who: fc.nat(1),
    on: fc.constantFrom(...days),
    boundaries: fc.constantFrom('then', 'today'),
    known: fc.option(fc.nat(9)),
    organisation: fc.oneof(
      fc.constant<string[]>([]),
      fc.subarray(['one', 'two', 'three', 'four', 'five', 'six'], { minLength: 1, maxLength: 2 }),
    ),
    audience: fc.option(fc.constantFrom('external', 'internal')),
  });

  it(
    'has behind every number a list of just that many services',
    async () => {
      let notNone = 0;
      await fc.assert(
        fc.asyncProperty(view, async ({ who, on, boundaries, known, organisation, audience }) => {
          const query = new URLSearchParams({ on, boundaries });
          if (known !== null) query.set('asKnownAt', instants[known % instants.length]!);
          if (audience) query.set('audience', audience);
          const chosen = organisation.map((slug) => `&organisation=${slug}`).join('');
          const portfolio = await get<Portfolio>(tokens[who]!, `portfolio?${query}${chosen}`);
          for (const [cell, number] of cellsOf(portfolio, audience, chosen)) {
            const path = `services?${query}${cell}&pageSize=1`;
            expect((await get<{ total: number }>(tokens[who]!, path)).total)
              .withContext(path)
              .toBe(number);
            if (number > 0) notNone++;
          }
        }),
        { numRuns: runs(25) },
      );
      expect(notNone).toBeGreaterThan(50);
    },
    runs(300_000),
  );

  it('adds up to the same by the departments of the day and by those of today, at every quarter end', async () => {
    let apart = 0;
    for (const on of quarterEnds)
      for (const known of [undefined, ...instants]) {
        const path = `portfolio?on=${on}${known ? `&asKnownAt=${known}` : ''}&boundaries=`;
        const [then, today] = [
          await get<Portfolio>(tokens[0]!, `${path}then`),
          await get<Portfolio>(tokens[0]!, `${path}today`),
        ];
        for (const part of ['total', 'byAudience', 'online', 'redesign', 'offices'] as const)
          expect(today[part]).withContext(`${path} ${part}`).toEqual(then[part]);
        for (const portfolio of [then, today])
          expect(addedUp(portfolio)).withContext(path).toBe(portfolio.total.services);
        if (JSON.stringify(then.byOrganisation) !== JSON.stringify(today.byOrganisation)) apart++;
      }
    expect(apart).toBeGreaterThan(quarterEnds.length);
  }, 120_000);

  it('is refused where its instant is no instant, or not over', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const later = new Date(Date.now() + 60_000).toISOString();
    for (const list of ['portfolio', 'services', 'services.csv'])
      for (const [instant, code] of [
        ['2024-02-30', 'custom'],
        ['yesterday', 'custom'],
        [later, 'in_the_future'],
        [today, 'in_the_future'],
      ]) {
        const path = `/api/${list}?asKnownAt=${instant}`;
        const answer = await here.headway.ask('GET', path, { token: here.token });
        const [error] = answer.json().errors;
        expect([answer.statusCode, error.pointer, error.code])
          .withContext(path)
          .toEqual([400, '/asKnownAt', code]);
      }
  });
});

/** Those that are nobody's part, since a department's figures include its agencies'. */
function addedUp({ byOrganisation }: Portfolio): number {
  const here = new Set(byOrganisation.map(({ organisation }) => organisation.slug));
  const whole = byOrganisation.filter(({ organisation: { parent } }) => parent === null || !here.has(parent));
  return whole.reduce((sum, { counts }) => sum + counts.services, 0);
}

/** Every number of a portfolio, with what narrows the list to it. */
function cellsOf(portfolio: Portfolio, audience: string | null, chosen: string): [string, number][] {
  const byStage = (narrowed: string, counts: Counts, stageOf = 'stage') => [
    [narrowed, counts.services] as [string, number],
    ...stagesOrNone.map((stage): [string, number] => [`${narrowed}&${stageOf}=${stage}`, counts[stage]]),
  ];
  const { total, byAudience, online, redesign } = portfolio;
  return [
    ...byStage(chosen, total),
    ...(audience ? [] : (['external', 'internal'] as const)).flatMap((one) =>
      byStage(`${chosen}&audience=${one}`, byAudience[one]),
    ),
    ...portfolio.byOrganisation.flatMap(({ organisation, counts }) =>
      byStage(`&organisation=${organisation.slug}`, counts),
    ),
    ...onlineStates.map((state): [string, number] => [
      `${chosen}&stage=${state}${state === 'live' ? '&stage=redesigned' : ''}`,
      online[state],
    ]),
    ...redesignStates.map((state): [string, number] => [`${chosen}&redesign=${state}`, redesign[state]]),
    ...offices.flatMap((office) => byStage(chosen, portfolio.offices[office], office)),
  ];
}
