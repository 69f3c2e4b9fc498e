import type { List, Portfolio, Service } from '@headway/contract';
import fc from 'fast-check';
import { type Step, type World, instantBetween, oneOfEach, steps, take, world } from './steps.fixture.js';

const views = ['2024-03-31', '2025-01-31', '2025-12-31'].flatMap((on) =>
  ['then', 'today'].map((boundaries) => `on=${on}&boundaries=${boundaries}`),
);

describe('what was known', () => {
  let here: World;
  beforeAll(async () => void (here = await world()), 60_000);
  afterAll(() => here.headway.close());

  const get = async <T>(path: string) => {
    const answer = await here.headway.ask('GET', `/api/${path}`, { token: here.token });
    expect(answer.statusCode).withContext(`${path} ${answer.body}`).toBe(200);
    return answer.json() as T;
  };
  /** What a view answers, but for the versions: those say what may be changed now, and are no part of what was known. */
  const answerTo = async (view: string) => {
    const { items, total } = await get<List<Service>>(`services?${view}&pageSize=200&sort=reference`);
    const list = items.map(({ version: _, ...known }) => known);
    return { portfolio: await get<Portfolio>(`portfolio?${view}`), list, total };
  };
  const remembered = new Map<string, Awaited<ReturnType<typeof answerTo>>>();
  const remember = async () => {
    const instant = await instantBetween();
    for (const view of views) {
      const known = `${view}&asKnownAt=${instant}`;
      remembered.set(known, await answerTo(known));
    }
  };
  const mustStay = async () => {
    for (const [view, first] of remembered)
      expect(await answerTo(view))
        .withContext(view)
        .toEqual(first);
  };

  it('stays known, whatever is done afterwards', async () => {
    for (const step of oneOfEach) {
      await remember();
      expect(await take(here, step))
        .withContext(step.kind)
        .toBeLessThan(300);
    }
    await mustStay();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(steps, { minLength: 4, maxLength: 8 }), { minLength: 4, maxLength: 6 }),
        async (rounds: Step[][]) => {
          for (const round of rounds) {
            await remember();
            for (const step of round)
              expect(await take(here, step))
                .withContext(JSON.stringify(step))
                .toBeLessThan(500);
          }
        },
      ),
      // All is done to one world, so that a shorter run would begin from another past.
      { numRuns: 3, endOnFailure: true },
    );
    await mustStay();
    // And what is known now is not what was known then, so that something was there to forget.
    const told = [...remembered.values()].map((answer) => JSON.stringify(answer));
    expect(new Set(told).size).toBeGreaterThan(told.length / 2);
  }, 300_000);
});
