import { type StageOrNone, type StageRecord, countsFrom, inForce, stageSince, stages } from '@headway/domain';
import fc from 'fast-check';
import { organisation, person, service } from '../testing/app.js';
import { type TestDatabase, testDatabase } from '../testing/database.js';
import { listServices } from './service-rows.js';

/** Days of one month, so that records often share a date. */
const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-02-${String(n).padStart(2, '0')}`);
const history = fc.array(fc.record({ stage: fc.constantFrom(...stages), effectiveOn: day }), {
  maxLength: 8,
});
const portfolio = fc.record({ histories: fc.array(history, { minLength: 1, maxLength: 5 }), on: day });

describe('the stage as of a date, in SQL', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase();
    await organisation(database.source, 'ONE');
    await person(database.source, 'digital_lead', 'one');
  });
  afterAll(() => database.drop());

  it('is that of the pure function, with its date, over generated histories', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(portfolio, async ({ histories, on }) => {
        const q = `RUN${run++}Z`;
        const expected = new Map<string, { stage: StageOrNone; since: string | null }>();
        for (const [index, records] of histories.entries()) {
          const reference = `${q}-${index}`;
          const id = await service(database.source, reference, 'one');
          const facts: StageRecord[] = [];
          for (const [sequence, { stage, effectiveOn }] of records.entries()) {
            facts.push({ ...nothing, sequence, stage, effectiveOn });
            await database.source.query(
              `INSERT INTO stage_record (service_id, recorded_by, stage, effective_on)
               SELECT $1, id, $2, $3 FROM person LIMIT 1`,
              [id, stage, effectiveOn],
            );
          }
          const known = facts.filter(({ effectiveOn }) => effectiveOn <= on);
          expected.set(reference, {
            stage: inForce(facts, on)?.stage ?? 'not_recorded',
            since: stageSince(known),
          });
        }
        const matching = { filters: { q }, scope: null, on };
        const page = { page: 1, pageSize: 200, sort: 'stageSince' as const };
        const { items, total } = await listServices(database.source.manager, matching, page);
        const found = items.map(
          ({ reference, stage, stageSince: since }) => [reference, { stage, since }] as const,
        );
        expect(new Map(found.toSorted())).toEqual(new Map([...expected].toSorted()));
        expect(total).toBe(histories.length);
        const tallies = items.map(({ stage }) => ({ stage, services: 1 }));
        expect(countsFrom(tallies).services).toBe(histories.length);
      }),
      { numRuns: 150 },
    );
  }, 120_000);
});

const nothing = {
  redesignUnderWay: false,
  frontOffice: null,
  middleOffice: null,
  backOffice: null,
  note: null,
  evidenceUrl: null,
};
