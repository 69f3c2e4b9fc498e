import type { List, Service, SignalledService, Signals, ThresholdList } from '@headway/contract';
import {
  type FoundSignal,
  type Signal,
  type Thresholds,
  daysAfter,
  defaultThresholds,
  signals,
  signalsOf,
  thresholdSignals,
} from '@headway/domain';
import fc from 'fast-check';
import { person } from '../testing/app.js';
import { runs } from '../testing/runs.js';
import { factsOf, today, write, written } from './signals.fixture.js';
import { type World, days, instantBetween, oneOfEach, steps, take, world } from './steps.fixture.js';

/** Days on which things happen, and days before, on and after the day on which all of it is written down. */
const asked = [...days, ...[-500, -366, -365, -1, 0, 1, 120, 300, 800].map((n) => daysAfter(today, n))];

const threshold = fc.record({
  signal: fc.constantFrom(...thresholdSignals),
  value: fc.integer({ min: 1, max: 6 }),
});

describe('signals of any history', () => {
  let here: World;
  let oversight: string;
  const tokens: string[] = [];
  const instants: string[] = [];

  beforeAll(async () => {
    here = await world();
    oversight = await person(here.headway.source, 'oversight');
    tokens.push(here.token, await person(here.headway.source, 'digital_lead', 'two'));
    for (const step of oneOfEach) await take(here, step);
    for (const one of fc.sample(written, { numRuns: 150, seed: 1783 })) await write(here, one);
    instants.push(await instantBetween());
  }, 120_000);
  afterAll(() => here.headway.close());

  const get = async <T>(path: string, token = here.token) => {
    const answer = await here.headway.ask('GET', `/api/${path}`, { token });
    expect(answer.statusCode).withContext(`${path} ${answer.body}`).toBe(200);
    return answer.json() as T;
  };
  const setThreshold = ({ signal, value }: { signal: string; value: number }) =>
    here.headway.ask('PUT', `/api/portfolio/signals/thresholds/${signal}`, {
      token: oversight,
      // Days in tens, so that there are some on either side.
      body: { value: /stalled|back/.test(signal) ? value * 73 : value, reason: 'To see' },
      headers: { 'if-match': '*' },
    });
  const thresholdsThen = async (past: string) => {
    const { items } = await get<ThresholdList>(`portfolio/signals/thresholds${past && `?${past.slice(1)}`}`);
    return Object.fromEntries(items.map(({ signal, value }) => [signal, value])) as unknown as Thresholds;
  };

  const view = fc.record({
    who: fc.nat(1),
    on: fc.constantFrom(...asked),
    boundaries: fc.constantFrom('then', 'today'),
    known: fc.option(fc.nat(99), { freq: 2 }),
    chosen: fc.constantFrom(
      '',
      '',
      '&organisation=two',
      '&organisation=one&organisation=three',
      '&audience=internal',
      '&stage=live&stage=in_progress',
    ),
  });

  it(
    'are of every service what the rules say of its records and targets, and every number has its list',
    async () => {
      const told = new Map<Signal, number>();
      await fc.assert(
        fc.asyncProperty(
          fc.array(steps, { maxLength: 3 }),
          fc.array(written, { maxLength: 12 }),
          fc.option(threshold),
          fc.array(view, { minLength: 2, maxLength: 2 }),
          async (taken, past, change, views) => {
            for (const step of taken) expect(await take(here, step)).toBeLessThan(500);
            for (const one of past) await write(here, one);
            if (change) expect([200, 422]).toContain((await setThreshold(change)).statusCode);
            instants.push(await instantBetween());
            for (const { who, on, boundaries, known, chosen } of views) {
              const instant = known === null ? null : instants[known % instants.length]!;
              const query = `on=${on}&boundaries=${boundaries}${chosen}${instant ? `&asKnownAt=${instant}` : ''}`;
              const token = tokens[who]!;
              const thresholds = await thresholdsThen(instant ? `&asKnownAt=${instant}` : '');
              const facts = await factsOf(here.headway.source, instant);
              const all = await get<List<Service>>(`services?${query}&pageSize=200`, token);
              const expected = all.items
                .map(({ reference, opensOn }) => ({
                  reference,
                  signals: signalsOf({ opensOn, ...facts(reference, on) }, on, thresholds),
                }))
                .filter((one) => one.signals.length > 0);
              const { items } = await get<List<SignalledService>>(
                `portfolio/signals/services?${query}&pageSize=200`,
                token,
              );
              const found: { reference: string; signals: readonly FoundSignal[] }[] = items.map(
                ({ reference, signals: shown }) => ({ reference, signals: shown }),
              );
              expect(found).withContext(query).toEqual(expected);

              const counts = await get<Signals>(`portfolio/signals?${query}`, token);
              expect(counts.thresholds).withContext(query).toEqual(thresholds);
              expect(counts.total.services).withContext(query).toBe(all.total);
              expect(counts.total.any).withContext(query).toBe(expected.length);
              for (const signal of signals) {
                const those = expected.filter((one) => one.signals.some((shown) => shown.signal === signal));
                expect(counts.total[signal]).withContext(`${query} ${signal}`).toBe(those.length);
                const listed = await get<List<Service>>(
                  `services?${query}&signal=${signal}&pageSize=200`,
                  token,
                );
                expect(listed.items.map(({ reference }) => reference))
                  .withContext(`${query} ${signal}`)
                  .toEqual(those.map(({ reference }) => reference));
                told.set(signal, (told.get(signal) ?? 0) + those.length);
              }
              if (chosen.includes('organisation')) continue;
              for (const { organisation, counts: own } of counts.byOrganisation) {
                const of = `${query}&organisation=${organisation.slug}`;
                const listed = await get<List<SignalledService>>(
                  `portfolio/signals/services?${of}&pageSize=1`,
                  token,
                );
                expect(own.any).withContext(of).toBe(listed.total);
              }
            }
          },
        ),
        // All is done to one world, so that a shorter run would begin from another past.
        { numRuns: runs(40), endOnFailure: true },
      );
      for (const signal of signals) expect(told.get(signal)).withContext(signal).toBeGreaterThan(5);
      expect(await thresholdsThen('')).not.toEqual(defaultThresholds);
    },
    runs(240_000),
  );

  it('are of an organisation what they are of it and all below it, the parts adding up', async () => {
    const { total, byOrganisation } = await get<Signals>('portfolio/signals');
    const tops = byOrganisation.filter(({ organisation }) => organisation.parent === null);
    for (const what of ['services', 'any', ...signals] as const)
      expect(tops.reduce((sum, { counts }) => sum + counts[what], 0))
        .withContext(what)
        .toBe(total[what]);
    for (const { organisation, counts } of byOrganisation) {
      const alone = await get<Signals>(`portfolio/signals?organisation=${organisation.slug}`);
      expect(alone.total).withContext(organisation.slug).toEqual(counts);
    }
  });

  it('are a page at a time, each service once', async () => {
    const path = 'portfolio/signals/services?signal=check_claim&signal=slipped&pageSize=3';
    const all: string[] = [];
    for (let page = 1, total = 1; all.length < total; page++) {
      const one = await get<List<SignalledService>>(`${path}&page=${page}`);
      for (const { signals: shown } of one.items)
        expect(shown.some(({ signal }) => signal === 'check_claim' || signal === 'slipped')).toBeTrue();
      all.push(...one.items.map(({ reference }) => reference));
      ({ total } = one);
    }
    expect(all.length).toBeGreaterThan(3);
    expect(new Set(all).size).toBe(all.length);
  });
});
