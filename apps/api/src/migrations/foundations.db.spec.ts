import { organisation, person, service } from '../testing/app.js';
import { type TestDatabase, testDatabase } from '../testing/database.js';

describe('what the database itself refuses', () => {
  let database: TestDatabase;
  let id: string;

  beforeAll(async () => {
    database = await testDatabase();
    await organisation(database.source, 'ONE');
    await organisation(database.source, 'TWO');
    await person(database.source, 'digital_lead', 'one');
    id = await service(database.source, 'ONE-001', 'one');
    await record(`'live', '2026-01-31'`);
  });
  afterAll(() => database.drop());

  const query = (sql: string, values: unknown[] = []) => database.source.query(sql, values);
  const record = (values: string) =>
    query(`INSERT INTO stage_record (service_id, recorded_by, stage, effective_on)
           SELECT '${id}', id, ${values} FROM person LIMIT 1`);
  const refused = (sql: string, words: RegExp) => expectAsync(query(sql)).toBeRejectedWithError(words);

  for (const table of ['stage_record', 'audit_entry']) {
    it(`${table} refuses UPDATE, DELETE and TRUNCATE`, async () => {
      await refused(
        `UPDATE ${table} SET ${table === 'stage_record' ? 'note' : 'action'} = 'x'`,
        /UPDATE on .* is refused/,
      );
      await refused(`DELETE FROM ${table}`, /DELETE on .* is refused/);
      await refused(`TRUNCATE ${table} CASCADE`, /TRUNCATE on .* is refused/);
    });
  }

  it('a stage that does not exist', async () => {
    await expectAsync(record(`'retired', '2026-01-31'`)).toBeRejectedWithError(
      /invalid input value for enum/,
    );
  });

  it('a record of tomorrow', async () => {
    await expectAsync(record(`'live', current_date + 2`)).toBeRejectedWithError(/not_in_the_future/);
  });

  it('redesign under way before anything is under way', async () => {
    await refused(
      `INSERT INTO stage_record (service_id, recorded_by, stage, redesign_under_way, effective_on)
       SELECT '${id}', id, 'not_started', true, '2026-01-31' FROM person LIMIT 1`,
      /check constraint/,
    );
  });

  it('two owners on one day', async () => {
    await refused(
      `INSERT INTO service_ownership (service_id, organisation_id, from_on)
       SELECT '${id}', id, '2025-06-01' FROM organisation WHERE slug = 'two'`,
      /service_ownership_overlaps/,
    );
  });

  it('a day without an owner', async () => {
    await refused(
      `UPDATE service_ownership SET to_on = '2020-01-01' WHERE from_on = '-infinity'`,
      /not owned/,
    );
    await refused(`DELETE FROM service_ownership`, /not owned/);
  });

  it('a service without an owner', async () => {
    await refused(
      `INSERT INTO service (reference, name, audience) VALUES ('X', 'X', 'external')`,
      /not owned/,
    );
  });

  it('and takes a transfer that leaves no gap', async () => {
    await database.source.transaction(async (tx) => {
      await tx.query(`UPDATE service_ownership SET to_on = '2026-01-01' WHERE service_id = $1`, [id]);
      await tx.query(
        `INSERT INTO service_ownership (service_id, organisation_id, from_on)
         SELECT $1, id, '2026-01-01' FROM organisation WHERE slug = 'two'`,
        [id],
      );
    });
    expect((await query('SELECT FROM service_ownership')).length).toBe(2);
  });

  it('two services of one reference, whatever the case', async () => {
    await expectAsync(service(database.source, 'one-001', 'one')).toBeRejectedWithError(/service_reference/);
  });

  it('and every migration goes down and up again', async () => {
    const empty = await testDatabase();
    const tables = () =>
      empty.source.query(
        `SELECT table_name, column_name, data_type, column_default, is_nullable FROM information_schema.columns
         WHERE table_schema = 'public' ORDER BY 1, 2`,
      );
    const before = await tables();
    for (const _ of empty.source.migrations) await empty.source.undoLastMigration();
    expect(await empty.source.query(`SELECT to_regclass('service') AS service`)).toEqual([{ service: null }]);
    await empty.source.runMigrations();
    expect(await tables()).toEqual(before);
    await empty.drop();
  });
});
