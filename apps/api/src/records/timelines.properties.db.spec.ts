import {
  type History,
  asKnownAt,
  endOfLondonDay,
  historyAsKnownAt,
  inForce,
  lastSaidOn,
  stageSince,
  standingConfirmations,
} from '@headway/domain';
import fc from 'fast-check';
import { listServices } from '../services/service-rows.js';
import { organisation, person, service } from '../testing/app.js';
import { type TestDatabase, testDatabase } from '../testing/database.js';
import { runs } from '../testing/runs.js';
import { days, instants, timelines, write } from './timelines.fixture.js';

const views = fc.array(
  fc.record({
    on: fc.oneof(days, fc.constantFrom('2026-01-31', '2026-03-02', '2026-03-15', '2026-04-09', '2026-06-30')),
    known: fc.option(instants),
  }),
  { minLength: 4, maxLength: 4 },
);

describe('any timeline of records, confirmations, corrections and withdrawals', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
    for (const name of ['WITH', 'WITHOUT']) await before((tx) => organisation(tx, name));
    await person(database.source, 'digital_lead', 'with');
  });
  afterAll(() => database.drop());

  /** Known before every instant asked for, so that only what is said of it comes and goes. */
  const before = <T>(work: (tx: TestDatabase['source']['manager']) => Promise<T>) =>
    database.source.transaction(async (tx) => {
      await tx.query(`SELECT set_config('headway.known_now', '2026-01-01T00:00:00Z', true)`);
      return work(tx);
    });
  const query = (sql: string, values: unknown[] = []) => database.source.query(sql, values);
  const asOf = async (q: string, on: string, known: string | null) => {
    const view = { on, ...(known ? { asKnownAt: known } : {}) };
    const page = { page: 1, pageSize: 10, sort: 'reference' as const };
    return (await listServices(database.source.manager, { filters: { q }, scope: null, view }, page)).items;
  };
  const expected = (history: History, on: string, known: string | null) => {
    const then = historyAsKnownAt(history, known);
    const counting = asKnownAt(then.records, null).filter(({ effectiveOn }) => effectiveOn <= on);
    const now = inForce(counting, on);
    const said = [
      ...(now ? [now.effectiveOn] : []),
      ...standingConfirmations(then).flatMap(({ confirmedOn }) => (confirmedOn <= on ? confirmedOn : [])),
    ];
    return {
      stage: now?.stage ?? 'not_recorded',
      stageSince: stageSince(counting),
      backOffice: now?.backOffice ?? null,
      lastEffectiveOn: said.toSorted().at(-1) ?? null,
    };
  };
  const spans = (id: string) =>
    query(
      `SELECT from_on, to_on, audience, stage, stage_since, redesign_under_way, front_office, middle_office, back_office,
         evidenced, went_back_on FROM stage_span WHERE service_id = $1 ORDER BY from_on`,
      [id],
    );
  const flow = (slug: string) =>
    query(
      `SELECT to_jsonb(f) - 'organisation_id' AS line FROM stage_flow f JOIN organisation o ON o.id = f.organisation_id
       WHERE o.slug = $1 ORDER BY audience, quarter`,
      [slug],
    );

  it(
    'is answered in SQL by the rule, and without its confirmations answers the same but for how fresh it is',
    async () => {
      let [run, fresher] = [0, 0];
      await fc.assert(
        fc.asyncProperty(timelines, views, async (history, asked) => {
          const q = `RUN${run++}Z`;
          const whole = await before((tx) => service(tx, `${q}-A`, 'with'));
          const bare = await before((tx) => service(tx, `${q}-B`, 'without'));
          await write(database, whole, history);
          await write(database, bare, { ...history, confirmations: [] });
          for (const { on, known } of asked) {
            const context = `${on} ${known} ${JSON.stringify(history)}`;
            const [a, b] = await asOf(q, on, known);
            const is = expected(history, on, known);
            expect(a).withContext(context).toEqual(jasmine.objectContaining(is));
            const { lastEffectiveOn, ...same } = is;
            expect(b).withContext(context).toEqual(jasmine.objectContaining(same));
            if (lastEffectiveOn !== b!.lastEffectiveOn) fresher++;
            const end = endOfLondonDay(on);
            const [{ said, fresh }] = await query(
              `SELECT stage_said_on($1, $2) AS said, (SELECT said_on FROM stage_freshness
                 WHERE service_id = $1 AND from_on <= $3 AND to_on > $3) AS fresh`,
              [whole, known !== null && known < end ? known : end, on],
            );
            expect(said)
              .withContext(context)
              .toBe(lastSaidOn(history, on, known));
            expect(fresh).withContext(context).toBe(lastSaidOn(history, on));
          }
          expect(await spans(whole)).toEqual(await spans(bare));
          const [first] = await spans(whole);
          expect(first.from_on).toBe('-infinity');
        }),
        { numRuns: runs(80) },
      );
      expect(await flow('with')).toEqual(await flow('without'));
      expect(fresher).toBeGreaterThan(10);
    },
    runs(240_000),
  );
});
