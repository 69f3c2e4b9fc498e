import { type KnownRecord, type StageOrNone, asKnownAt, inForce, stageSince, stages } from '@headway/domain';
import fc from 'fast-check';
import type { EntityManager } from 'typeorm';
import { organisation, person, service } from '../testing/app.js';
import { runs } from '../testing/runs.js';
import { type TestDatabase, testDatabase } from '../testing/database.js';
import { listServices } from './service-rows.js';

/** Days of one month, so that records often share a date; hours of a few days after, so that they often share those. */
const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-02-${String(n).padStart(2, '0')}`);
const instant = fc.integer({ min: 0, max: 60 }).map((n) => new Date(Date.UTC(2026, 2, 1, n)).toISOString());
const said = fc.record({
  stage: fc.constantFrom(...stages),
  effectiveOn: day,
  /** Which of the earlier records it replaces, if any. */
  replaces: fc.option(fc.nat(7)),
  withdraws: fc.option(fc.nat(7), { freq: 4 }),
});
const history = fc
  .record({
    all: fc.array(said, { maxLength: 8 }),
    instants: fc.array(instant, { minLength: 8, maxLength: 8 }),
  })
  .map(({ all, instants }) => factsOf(all, instants.toSorted()));
const portfolio = fc.record({
  histories: fc.array(history, { minLength: 1, maxLength: 5 }),
  on: day,
  asKnownAt: fc.option(instant),
});

interface Fact extends KnownRecord {
  readonly replacedBy: number | null;
}

/** Records in the order they were written, each replaced or withdrawn at most once, and then at the later one's instant. */
function factsOf(
  all: readonly {
    stage: (typeof stages)[number];
    effectiveOn: string;
    replaces: number | null;
    withdraws: number | null;
  }[],
  instants: readonly string[],
): Fact[] {
  const facts: Fact[] = [];
  const counts = (n: number | null) => n !== null && n < facts.length && facts[n]!.correctedAt === null;
  all.forEach(({ stage, effectiveOn, replaces, withdraws }, sequence) => {
    const recordedAt = instants[sequence]!;
    const replaced = counts(replaces) ? replaces : null;
    if (replaced !== null)
      facts[replaced] = { ...facts[replaced]!, correctedAt: recordedAt, replacedBy: sequence };
    if (counts(withdraws)) facts[withdraws!] = { ...facts[withdraws!]!, correctedAt: recordedAt };
    facts.push({
      ...nothing,
      id: String(sequence),
      recordedBy: 'Sam Oak',
      sequence,
      stage,
      effectiveOn,
      recordedAt,
      correctedAt: null,
      replacedBy: null,
      replaces: replaced === null ? null : String(replaced),
    });
  });
  return facts;
}

describe('the stage as of a date as known at an instant, in SQL', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase();
    await before((tx) => organisation(tx, 'ONE'));
    await person(database.source, 'digital_lead', 'one');
  });
  afterAll(() => database.drop());

  /** Known before every instant asked for, so that only what is said of it comes and goes. */
  const before = <T>(work: (tx: EntityManager) => Promise<T>) =>
    database.source.transaction(async (tx) => {
      await tx.query(`SELECT set_config('headway.known_now', '2026-02-01T00:00:00Z', true)`);
      return work(tx);
    });

  it(
    'is that of the pure function, with its date, over generated histories',
    async () => {
      let run = 0;
      await fc.assert(
        fc.asyncProperty(portfolio, async ({ histories, on, asKnownAt: at }) => {
          const q = `RUN${run++}Z`;
          const expected = new Map<string, { stage: StageOrNone; since: string | null }>();
          for (const [index, facts] of histories.entries()) {
            const reference = `${q}-${index}`;
            const id = await before((tx) => service(tx, reference, 'one'));
            await write(database, id, facts);
            const known = asKnownAt(facts, at).filter(({ effectiveOn }) => effectiveOn <= on);
            expected.set(reference, {
              stage: inForce(known, on)?.stage ?? 'not_recorded',
              since: stageSince(known),
            });
          }
          const view = { on, ...(at ? { asKnownAt: at } : {}) };
          const page = { page: 1, pageSize: 200, sort: 'stageSince' as const };
          const { items, total } = await listServices(
            database.source.manager,
            { filters: { q }, scope: null, view },
            page,
          );
          const found = items.map(
            ({ reference, stage, stageSince: since }) => [reference, { stage, since }] as const,
          );
          expect(new Map(found.toSorted())).toEqual(new Map([...expected].toSorted()));
          expect(total).toBe(histories.length);
        }),
        { numRuns: runs(250) },
      );
    },
    runs(180_000),
  );
});

async function write({ source }: TestDatabase, serviceId: string, facts: readonly Fact[]): Promise<void> {
  const rows = facts.map((fact) => ({ ...fact, id: crypto.randomUUID() }));
  await source.query(
    `WITH given AS (
       SELECT * FROM jsonb_to_recordset($2::jsonb) AS given (id uuid, sequence integer, stage stage,
         "effectiveOn" date, "recordedAt" timestamptz)
     )
     INSERT INTO stage_record (id, service_id, recorded_by, stage, effective_on, recorded_at)
     SELECT given.id, $1, person.id, stage, "effectiveOn", "recordedAt" FROM given, person ORDER BY given.sequence`,
    [serviceId, JSON.stringify(rows)],
  );
  const wrong = rows
    .filter(({ correctedAt }) => correctedAt !== null)
    .map(({ id, correctedAt, replacedBy }) => ({
      id,
      correctedAt,
      replacedBy: replacedBy === null ? null : rows[replacedBy]!.id,
    }));
  await source.query(
    `INSERT INTO stage_correction (record_id, service_id, replaced_by, reason, corrected_at, corrected_by)
     SELECT given.id, $1, "replacedBy", 'Wrong', "correctedAt", person.id
     FROM jsonb_to_recordset($2::jsonb) AS given (id uuid, "replacedBy" uuid, "correctedAt" timestamptz), person`,
    [serviceId, JSON.stringify(wrong)],
  );
}

const nothing = {
  redesignUnderWay: false,
  frontOffice: null,
  middleOffice: null,
  backOffice: null,
  note: null,
  evidenceUrl: null,
};
