import { organisation, person, service } from '../testing/app.js';
import { type TestDatabase, testDatabase } from '../testing/database.js';

describe('what the database refuses of a history', () => {
  let database: TestDatabase;
  let [one, two]: string[] = [];

  beforeAll(async () => {
    database = await testDatabase();
    await organisation(database.source, 'ONE');
    await person(database.source, 'digital_lead', 'one');
    one = await service(database.source, 'ONE-001', 'one');
    two = await service(database.source, 'ONE-002', 'one');
    await record(one);
    await query(
      `INSERT INTO target (service_id, stage, due_on, set_by) SELECT '${one}', 'live', '2026-03-31', id FROM person`,
    );
    await query(`INSERT INTO barrier (service_id, category, description, raised_on, changed_by)
                 SELECT '${one}', 'skills', 'Nobody can', '2026-01-31', id FROM person`);
  });
  afterAll(() => database.drop());

  const query = (sql: string, values: unknown[] = []) => database.source.query(sql, values);
  const refused = (sql: string, words: RegExp) => expectAsync(query(sql)).toBeRejectedWithError(words);
  const record = async (id: string) =>
    (
      await query(`INSERT INTO stage_record (service_id, recorded_by, stage, effective_on)
                   SELECT '${id}', id, 'live', '2026-01-31' FROM person LIMIT 1 RETURNING id`)
    )[0].id as string;
  const correction = (service: string, wrong: string, right: string | null) =>
    `INSERT INTO stage_correction (record_id, service_id, replaced_by, reason, corrected_by)
     SELECT '${wrong}', '${service}', ${right ? `'${right}'` : 'NULL'}, 'Wrong', id FROM person LIMIT 1`;
  const closure = (closed: string, reopened: string, rest = `'retired', NULL`) =>
    `INSERT INTO service_closure (service_id, closed_on, reopened_on, reason, merged_into)
     VALUES ('${one}', '${closed}', '${reopened}', ${rest})`;

  it('a correction of a record twice, by a record of another service, or changed afterwards', async () => {
    const [wrong, right, other] = [await record(one!), await record(one!), await record(two!)];
    await refused(correction(one!, wrong, other), /foreign key/);
    await refused(correction(two!, wrong, null), /foreign key/);
    await refused(correction(one!, wrong, wrong), /check constraint/);
    await query(correction(one!, wrong, right));
    await refused(correction(one!, wrong, null), /stage_correction_pkey/);
    await refused(`UPDATE stage_correction SET reason = 'x'`, /UPDATE on .* is refused/);
    await refused('DELETE FROM stage_correction', /DELETE on .* is refused/);
    await refused('TRUNCATE stage_correction', /TRUNCATE on .* is refused/);
  });

  it('a target that is changed instead of set anew', async () => {
    await refused(`UPDATE target SET due_on = '2030-01-01'`, /UPDATE on .* is refused/);
    await refused('DELETE FROM target', /DELETE on .* is refused/);
    await refused('TRUNCATE target', /TRUNCATE on .* is refused/);
  });

  it('closures that overlap, end before they begin, or say merged into nothing', async () => {
    await query(closure('2026-02-01', '2026-03-01'));
    await refused(closure('2026-02-15', 'infinity'), /service_closure_overlaps/);
    await refused(closure('2026-05-01', '2026-04-01'), /check constraint|range lower bound/);
    await refused(closure('2026-05-01', 'infinity', `'merged', NULL`), /check constraint/);
    await refused(closure('2026-05-01', 'infinity', `'retired', '${two}'`), /check constraint/);
    await refused(closure('2026-05-01', 'infinity', `'merged', '${one}'`), /check constraint/);
    await query(closure('2026-03-01', 'infinity'));
  });

  it('a barrier of nothing, or of two', async () => {
    const values = `'skills', 'x', '2026-01-31', (SELECT id FROM person LIMIT 1)`;
    const columns = 'category, description, raised_on, changed_by';
    await refused(`INSERT INTO barrier (${columns}) VALUES (${values})`, /check constraint/);
    await refused(
      `INSERT INTO barrier (service_id, organisation_id, ${columns}) SELECT '${one}', id, ${values} FROM organisation`,
      /check constraint/,
    );
  });

  const kept = [
    'organisation',
    'organisation_past',
    'service',
    'service_ownership',
    'service_closure',
    'barrier',
  ];
  for (const table of kept) {
    it(`any change by hand to what was known of ${table}`, async () => {
      await refused(`UPDATE ${table}_as_known SET known_to = now()`, /UPDATE on .* is refused/);
      await refused(`DELETE FROM ${table}_as_known`, /DELETE on .* is refused/);
      await refused(`TRUNCATE ${table}_as_known`, /TRUNCATE on .* is refused/);
    });

    it(`and keeps every column of ${table} but its version`, async () => {
      const columns = async (name: string) =>
        (
          await query('SELECT column_name FROM information_schema.columns WHERE table_name = $1 ORDER BY 1', [
            name,
          ])
        ).map((row: { column_name: string }) => row.column_name);
      const own = (await columns(table)).filter((column: string) => column !== 'version');
      expect(await columns(`${table}_as_known`)).toEqual([...own, 'known_from', 'known_to'].toSorted());
    });
  }

  it('and keeps what a service was until it was known to be otherwise, but not its versions', async () => {
    const known = () =>
      query('SELECT name, known_to = $2 AS now FROM service_as_known WHERE id = $1 ORDER BY known_from', [
        two,
        'infinity',
      ]);
    const before = (await known()) as { name: string; now: boolean }[];
    const last = before.at(-1)!;
    expect(last.now).toBeTrue();
    await query(`UPDATE service SET version = version + 1 WHERE id = $1`, [two]);
    expect(await known()).toEqual(before);
    await query(`UPDATE service SET name = 'Other' WHERE id = $1`, [two]);
    expect(await known()).toEqual([
      ...before.slice(0, -1),
      { ...last, now: false },
      { name: 'Other', now: true },
    ]);
  });

  it('and gives all that one transaction writes one instant', async () => {
    await database.source.transaction(async (tx) => {
      await tx.query(`UPDATE service SET name = 'A' WHERE id = $1`, [two]);
      await tx.query(`SELECT pg_sleep(0.02)`);
      await tx.query(`UPDATE service SET name = 'B' WHERE id = $1`, [two]);
      await tx.query(
        `INSERT INTO stage_record (service_id, recorded_by, stage, effective_on)
                      SELECT $1, id, 'live', '2026-02-28' FROM person LIMIT 1`,
        [two],
      );
    });
    const [{ same }] = await query(
      `SELECT known_from = (SELECT max(recorded_at) FROM stage_record) AS same FROM service_as_known
       WHERE id = $1 AND known_to = 'infinity' AND name = 'B'`,
      [two],
    );
    expect(same).toBeTrue();
    expect(await query(`SELECT FROM service_as_known WHERE name = 'A'`)).toEqual([]);
  });
});
