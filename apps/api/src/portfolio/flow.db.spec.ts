import type { List, Portfolio, Service, Trend } from '@headway/contract';
import fc from 'fast-check';
import { tallyColumns } from './tallies.js';
import { type World, days, instantBetween, oneOfEach, steps, take, world } from './steps.fixture.js';
import { runs } from '../testing/runs.js';

const services = (all: readonly { services: number }[]) =>
  all.map((counts) => counts.services).toSorted((a, b) => a - b);
/** Days on which things happen, the day before and after one, and one long before and after all. */
const asked = [...days, '2024-06-29', '2024-07-02', '1999-01-01', '2099-01-01'];

describe('the flow of stages', () => {
  let here: World;
  beforeAll(async () => {
    here = await world();
    for (const step of oneOfEach) await take(here, step);
  }, 60_000);
  afterAll(() => here.headway.close());

  const get = async <T>(path: string) => {
    const answer = await here.headway.ask('GET', `/api/${path}`, { token: here.token });
    expect(answer.statusCode).withContext(`${path} ${answer.body}`).toBe(200);
    return answer.json() as T;
  };
  /** Rows in which something has come or gone. */
  const flow = () =>
    here.headway.source.query(
      `SELECT * FROM stage_flow WHERE 0 <> ANY (ARRAY[${tallyColumns.join(', ')}])
       ORDER BY organisation_id, audience, quarter`,
    );
  const spans = () => here.headway.source.query('SELECT * FROM stage_span ORDER BY service_id, from_on');
  const madeAnew = async () => {
    await here.headway.source.query('TRUNCATE stage_span, stage_flow');
    await here.headway.source.query('SELECT respan(ARRAY(SELECT id FROM service))');
  };

  it(
    'answers what the records answer, on any day, over generated histories',
    async () => {
      let told = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.array(steps, { minLength: 3, maxLength: 6 }),
          fc.subarray(asked, { minLength: 3, maxLength: 3 }),
          fc.constantFrom('', '&organisation=one', '&organisation=two&audience=internal'),
          async (round, on, chosen) => {
            for (const step of round) expect(await take(here, step)).toBeLessThan(500);
            // What was known at an instant is never answered from the flow.
            const instant = await instantBetween();
            for (const day of on) {
              const view = `on=${day}${chosen}`;
              const [fromFlow, fromRecords] = [
                await get<Portfolio>(`portfolio?${view}`),
                await get<Portfolio>(`portfolio?${view}&asKnownAt=${instant}`),
              ];
              expect(fromFlow).withContext(view).toEqual(fromRecords);
              const list = `services?${view}&pageSize=200&sort=reference`;
              const [present, known] = [
                await get<List<Service>>(list),
                await get<List<Service>>(`${list}&asKnownAt=${instant}`),
              ];
              expect(present).withContext(view).toEqual(known);
              told += fromFlow.total.services;
            }
            const quarters = `portfolio/trend?from=2023-24-Q3&to=2025-26-Q3${chosen}`;
            const trend = await get<Trend>(quarters);
            expect(trend)
              .withContext(quarters)
              .toEqual(await get(`${quarters}&asKnownAt=${instant}`));
            for (const { quarter, on: last, ...figures } of trend.quarters) {
              const {
                byOrganisation,
                boundaries: _,
                on: __,
                ...all
              } = await get<Portfolio>(`portfolio?on=${last}${chosen}`);
              expect(figures).withContext(quarter).toEqual(all);
              const n = trend.quarters.findIndex((one) => one.quarter === quarter);
              const lines = trend.byOrganisation.flatMap((line) => line.quarters[n]?.counts ?? []);
              expect(services(lines)).toEqual(services(byOrganisation.map(({ counts }) => counts)));
            }
          },
        ),
        // All is done to one world, so that a shorter run would begin from another past.
        { numRuns: runs(60), endOnFailure: true },
      );
      expect(told).toBeGreaterThan(500);
    },
    runs(180_000),
  );

  it('is what it would be if it were made of the records anew', async () => {
    const [before, after] = [
      [await flow(), await spans()],
      await madeAnew().then(async () => [await flow(), await spans()]),
    ];
    expect(before[1]!.length).toBeGreaterThan(12);
    expect(before).toEqual(after);
  });

  it('loses nothing to several writers at once', async () => {
    const round = fc.sample(steps, { numRuns: 160, seed: 64 });
    const writers = Array.from({ length: 8 }, (_, n) => round.filter((__, i) => i % 8 === n));
    const statuses = await Promise.all(
      writers.map(async (own) => {
        const answers: number[] = [];
        for (const step of own) answers.push(await take(here, step));
        return answers;
      }),
    );
    expect(Math.max(...statuses.flat())).toBeLessThan(500);
    const before = [await flow(), await spans()];
    await madeAnew();
    expect(before).toEqual([await flow(), await spans()]);
  }, 120_000);
});
