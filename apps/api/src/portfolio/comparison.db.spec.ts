import type { List, Movements, Portfolio, Service, Trend } from '@headway/contract';
import { type Movement, type Standing, comparisonOf, movementKind, movementKinds } from '@headway/domain';
import fc from 'fast-check';
import { person } from '../testing/app.js';
import { runs } from '../testing/runs.js';
import { type World, days, instantBetween, oneOfEach, steps, take, world } from './steps.fixture.js';

const bounds = ['then', 'today'] as const;

describe('two dates compared', () => {
  let here: World;
  const tokens: string[] = [];
  const instants: string[] = [];

  beforeAll(async () => {
    here = await world();
    tokens.push(here.token, await person(here.headway.source, 'digital_lead', 'two'));
    const more = fc.sample(steps, { numRuns: 80, seed: 1916 });
    for (const [i, step] of [...oneOfEach, ...more].entries()) {
      await take(here, step);
      if (i % 16 === 15) instants.push(await instantBetween());
    }
  }, 120_000);
  afterAll(() => here.headway.close());

  const ask = (path: string, token = tokens[0]!) => here.headway.ask('GET', `/api/${path}`, { token });
  const get = async <T>(path: string, token = tokens[0]!) => {
    const answer = await ask(path, token);
    expect(answer.statusCode).withContext(`${path} ${answer.body}`).toBe(200);
    return answer.json() as T;
  };

  const asked = fc.record({
    who: fc.nat(1),
    dates: fc
      .uniqueArray(fc.constantFrom(...days), { minLength: 2, maxLength: 2 })
      .map((two) => two.toSorted()),
    boundaries: fc.constantFrom(...bounds),
    known: fc.option(fc.nat(9)),
    chosen: fc.constantFrom(
      '',
      '&organisation=two',
      '&organisation=one&organisation=three',
      '&audience=internal',
    ),
  });

  it(
    'tell of every service what the lists of both days say of it',
    async () => {
      const seen = new Set<string>();
      await fc.assert(
        fc.asyncProperty(asked, async ({ who, dates: [from, to], boundaries, known, chosen }) => {
          const token = tokens[who]!;
          const past = known === null ? '' : `&asKnownAt=${instants[known % instants.length]}`;
          const view = `boundaries=${boundaries}${past}${chosen}`;
          const stood = async (on: string) => {
            const { items } = await get<List<Service>>(`services?on=${on}&${view}&pageSize=200`, token);
            return new Map(items.map(({ reference, stage }) => [reference, stage]));
          };
          const [first, second] = [await stood(from!), await stood(to!)];
          const expected = new Map<string, [Standing, Standing]>(
            [...new Set([...first.keys(), ...second.keys()])].map((reference) => [
              reference,
              [first.get(reference) ?? 'absent', second.get(reference) ?? 'absent'],
            ]),
          );
          const comparison = comparisonOf(
            from!,
            [...expected.values()].map(([before, after]): Movement => ({ before, after, services: 1 })),
          );
          const path = `portfolio/movements?from=${from}&to=${to}&${view}&pageSize=200`;
          for (const kind of movementKinds) {
            const moved = await get<Movements>(`${path}&kind=${kind}`, token);
            expect(moved.comparison).withContext(path).toEqual(comparison);
            const listed = new Map(
              moved.services.items.map((one) => [one.reference, [one.before, one.after]]),
            );
            const those = [...expected].filter(([, [before, after]]) => movementKind(before, after) === kind);
            expect(listed).withContext(`${path} ${kind}`).toEqual(new Map(those));
            expect(moved.services.total).toBe(those.length);
            if (those.length > 0) seen.add(kind);
          }
          const portfolio = await get<Portfolio>(`portfolio?on=${to}&compareWith=${from}&${view}`, token);
          expect(portfolio.comparison).toEqual(comparison);
          expect(portfolio.total).toEqual(comparison.overall.after);
        }),
        { numRuns: runs(40) },
      );
      expect(seen.size).toBeGreaterThan(3);
    },
    runs(180_000),
  );

  it('are the same in all whosever boundaries are asked for', async () => {
    for (const from of days.slice(0, -1)) {
      const path = `portfolio?on=${days.at(-1)}&compareWith=${from}&boundaries=`;
      const [then, today] = [await get<Portfolio>(`${path}then`), await get<Portfolio>(`${path}today`)];
      expect(today.comparison).toEqual(then.comparison!);
    }
  });

  it('list one cell of the matrix, page by page, with what was said when it moved', async () => {
    const path = `portfolio/movements?from=${days[0]}&to=${days.at(-1)}`;
    const { matrix } = await get<Movements>(path);
    for (const { before, after, services } of matrix) {
      const all: string[] = [];
      for (let page = 1; page === 1 || all.length < services; page++) {
        const cell = await get<Movements>(`${path}&before=${before}&after=${after}&pageSize=2&page=${page}`);
        expect(cell.services.total).toBe(services);
        for (const one of cell.services.items) {
          expect([one.before, one.after]).toEqual([before, after]);
          for (const { effectiveOn } of one.moves)
            expect(days[0]! < effectiveOn && effectiveOn <= days.at(-1)!).toBeTrue();
          if (after !== 'absent' && one.moves.length > 0)
            expect(one.moves.at(-1)!.stage).toBe(after as 'live');
          all.push(one.reference);
        }
      }
      expect(new Set(all).size).toBe(services);
    }
  });

  it('are refused where the first is not before the second', async () => {
    for (const path of [
      'portfolio?on=2024-06-30&compareWith=2024-06-30',
      'portfolio/movements?from=2024-07-01&to=2024-06-30',
      'portfolio/movements?from=2024-02-30',
    ]) {
      const answer = await ask(path);
      expect([answer.statusCode, answer.json().code]).withContext(path).toEqual([400, 'invalid_request']);
    }
  });
});

describe('the trend', () => {
  let here: World;
  beforeAll(async () => {
    here = await world();
    const more = fc.sample(steps, { numRuns: 60, seed: 1801 });
    for (const step of [...oneOfEach, ...more]) await take(here, step);
  }, 120_000);
  afterAll(() => here.headway.close());

  const ask = (path: string) => here.headway.ask('GET', `/api/portfolio${path}`, { token: here.token });

  for (const boundaries of bounds)
    it(`is the portfolio at every quarter end, by the boundaries of ${boundaries}`, async () => {
      const trend = (
        await ask(`/trend?from=2023-24-Q3&to=2025-26-Q3&boundaries=${boundaries}&audience=internal`)
      ).json() as Trend;
      expect(trend.quarters.map(({ on }) => on).filter((_, n) => n % 4 === 0)).toEqual([
        ...['2023-12-31', '2024-12-31', '2025-12-31'],
      ]);
      for (const [n, { quarter: _, ...figures }] of trend.quarters.entries()) {
        const {
          byOrganisation,
          boundaries: by,
          ...portfolio
        } = (await ask(`?on=${figures.on}&boundaries=${boundaries}&audience=internal`)).json() as Portfolio;
        expect(figures).toEqual(portfolio);
        const lines = trend.byOrganisation.flatMap(({ organisation: { slug }, quarters }) => {
          const point = quarters[n];
          return point ? [[slug, point.name, point.counts]] : [];
        });
        expect(new Set(lines.map((line) => JSON.stringify(line))))
          .withContext(by)
          .toEqual(
            new Set(
              byOrganisation.map(({ organisation: { slug, name }, counts }) =>
                JSON.stringify([slug, name, counts]),
              ),
            ),
          );
      }
    });

  it('ends on the day asked for, where that is within the last of its quarters', async () => {
    const { quarters } = (await ask('/trend?from=2024-25-Q4&to=2025-26-Q1&on=2025-05-14')).json<Trend>();
    expect(quarters.map(({ on }) => on)).toEqual(['2025-03-31', '2025-05-14']);
    const { total } = (await ask('?on=2025-05-14')).json<Portfolio>();
    expect(quarters[1]!.total).toEqual(total);
    const day = (await ask('')).json<Portfolio>().on;
    const since = (await ask('/trend?from=2025-26-Q1&on=2025-05-14')).json<Trend>().quarters;
    expect([since[0]!.on, since.at(-1)!.on]).toEqual(['2025-05-14', day]);
  });

  it('goes back twelve quarters from today unless asked, and no more than sixty', async () => {
    const { quarters } = (await ask('/trend')).json() as Trend;
    expect(quarters.length).toBe(12);
    expect(quarters.at(-1)!.on).toBe((await ask('')).json().on);
    expect((await ask('/trend?from=2012-13-Q1&to=2026-27-Q4')).statusCode).toBe(200);
    for (const path of ['?from=2011-12-Q4&to=2026-27-Q4', '?from=2026-27-Q2&to=2026-27-Q1', '?to=2026-27-Q5'])
      expect((await ask(`/trend${path}`)).statusCode)
        .withContext(path)
        .toBe(400);
  });
});
