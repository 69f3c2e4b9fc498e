import { organisation, person, service } from '../testing/app.js';
import { type TestDatabase, testDatabase } from '../testing/database.js';

/** The migration that takes them apart. */
const confirmations = 1_764_800_000_000;

describe('confirmations that were stored as records of a stage', () => {
  let database: TestDatabase;
  let made = 0;
  beforeAll(async () => {
    database = await testDatabase();
    await organisation(database.source, 'ONE');
    await person(database.source, 'digital_lead', 'one');
  });
  afterAll(() => database.drop());
  beforeEach(() => migrated('down'));
  afterEach(() => database.source.query(`SELECT set_config('headway.known_now', '', false)`));

  /** With all that came after it: the newest first on the way down, each in a transaction of its own as when released. */
  const migrated = async (way: 'up' | 'down') => {
    const { source } = database;
    if (way === 'up') return source.runMigrations({ transaction: 'each' });
    const later: unknown[] = await source.query('SELECT FROM migration WHERE "timestamp" >= $1', [
      confirmations,
    ]);
    for (const _ of later) await source.undoLastMigration({ transaction: 'each' });
    return [];
  };
  const query = (sql: string, values: unknown[] = []) => database.source.query(sql, values);
  const newService = () => service(database.source, `M-${++made}`, 'one');
  /** As it was written at noon of a day, or later that day. */
  const said = async (of: string, stage: string, on: string, writtenOn = on, rest = '') =>
    (
      await query(
        `INSERT INTO stage_record (service_id, recorded_by, stage, effective_on, recorded_at, note${rest && ', back_office'})
         SELECT $1, id, $2, $3, $4::date + interval '12 hours', 'N'${rest && `, '${rest}'`} FROM person LIMIT 1 RETURNING id`,
        [of, stage, on, writtenOn],
      )
    )[0].id as string;
  const wrong = (of: string, id: string, at: string, replacedBy: string | null = null) =>
    query(
      `INSERT INTO stage_correction (record_id, service_id, replaced_by, reason, corrected_at, corrected_by)
       SELECT $1, $2, $3, 'Wrong', $4::date + interval '12 hours', id FROM person LIMIT 1`,
      [id, of, replacedBy, at],
    );
  const stageOn = async (of: string, day: string) =>
    (
      await query('SELECT stage FROM stage_span WHERE service_id = $1 AND from_on <= $2 AND to_on > $2', [
        of,
        day,
      ])
    )[0]?.stage ?? null;
  const records = async (of: string) =>
    (await query('SELECT id FROM stage_record WHERE service_id = $1 ORDER BY sequence', [of])).map(
      ({ id }: { id: string }) => id,
    ) as string[];
  const confirmed = (of: string): Promise<[]> =>
    query(
      `SELECT c.id, c.confirmed_on AS "on", c.record_id AS "of", c.note, w.reason FROM stage_confirmation c
       LEFT JOIN stage_confirmation_withdrawal w ON w.confirmation_id = c.id
       WHERE c.service_id = $1 ORDER BY c.sequence`,
      [of],
    );

  it('decide no stage any more: in progress since 20 November is so after not started was confirmed on the 30th', async () => {
    const one = await newService();
    const first = await said(one, 'not_started', '2025-01-10');
    const same = await said(one, 'not_started', '2025-11-30');
    const begun = await said(one, 'in_progress', '2025-11-20', '2025-12-01');
    expect(await stageOn(one, '2025-12-02')).toBe('not_started');
    await migrated('up');
    expect(await stageOn(one, '2025-12-02')).toBe('in_progress');
    expect(await stageOn(one, '2025-11-19')).toBe('not_started');
    expect(await records(one)).toEqual([first, begun]);
    expect(await confirmed(one)).toEqual([
      { id: same, on: '2025-11-30', of: first, note: 'N', reason: null },
    ] as never);
  });

  it('fall with a record that is withdrawn, also where they repeated one another', async () => {
    const one = await newService();
    const begun = await said(one, 'in_progress', '2024-01-10');
    const live = await said(one, 'live', '2025-01-10');
    const [a, b] = [await said(one, 'live', '2025-03-31'), await said(one, 'live', '2025-06-30')];
    await wrong(one, live, '2025-07-01');
    expect(await stageOn(one, '2025-07-02')).toBe('live');
    await migrated('up');
    expect(await stageOn(one, '2025-07-02')).toBe('in_progress');
    expect(await records(one)).toEqual([begun, live]);
    expect((await confirmed(one)).map(({ id, of }) => [id, of])).toEqual([
      [a, live],
      [b, live],
    ] as never);
  });

  it('keep their withdrawals, and whatever is a correction or says something new stays a record', async () => {
    const one = await newService();
    const first = await said(one, 'live', '2025-01-10');
    const withdrawn = await said(one, 'live', '2025-03-31');
    await wrong(one, withdrawn, '2025-04-01');
    const detail = await said(one, 'live', '2025-05-01', '2025-05-01', 'in_progress');
    const replaced = await said(one, 'live', '2025-06-01', '2025-06-01', 'in_progress');
    const right = await said(one, 'in_progress', '2025-06-01', '2025-06-02');
    await wrong(one, replaced, '2025-06-02', right);
    await migrated('up');
    expect(await records(one)).toEqual([first, detail, replaced, right]);
    expect(await confirmed(one)).toEqual([
      { id: withdrawn, on: '2025-03-31', of: first, note: 'N', reason: 'Wrong' },
    ] as never);
    expect(await query('SELECT record_id FROM stage_correction WHERE service_id = $1', [one])).toEqual([
      { record_id: replaced },
    ]);
  });

  it('go by what was known when each was written: what was back-dated before it later makes none of it', async () => {
    const one = await newService();
    const live = await said(one, 'live', '2025-03-01');
    const before = await said(one, 'live', '2025-01-10', '2025-04-01');
    await migrated('up');
    expect(await records(one)).toEqual([live, before]);
    expect(await confirmed(one)).toEqual([]);
  });

  it('are records again on the way back, spans and all', async () => {
    const one = await newService();
    await said(one, 'live', '2025-01-10');
    const same = await said(one, 'live', '2025-03-31');
    await wrong(one, await said(one, 'live', '2025-06-30'), '2025-07-01');
    const all = () =>
      Promise.all(
        ['stage_record', 'stage_correction', 'stage_span'].map((table) =>
          query(`SELECT * FROM ${table} WHERE service_id = $1 ORDER BY to_jsonb(${table})::text`, [one]),
        ),
      );
    const before = await all();
    await migrated('up');
    expect(await records(one)).not.toContain(same);
    await migrated('down');
    expect(await all()).toEqual(before);
    await migrated('up');
  });

  it('leave a return that is locked alone', async () => {
    const one = await newService();
    await said(one, 'not_started', '2025-01-10');
    await said(one, 'not_started', '2026-06-30', '2026-06-30');
    await said(one, 'in_progress', '2026-06-20', '2026-07-01');
    await query(`INSERT INTO quarter (id, from_on, to_on, state, due_on)
      VALUES ('2026-27-Q1', '2026-04-01', '2026-06-30', 'open', '2026-07-20') ON CONFLICT DO NOTHING`);
    await query(`INSERT INTO quarter_return (quarter_id, organisation_id, state, confidence, submitted_by)
      SELECT '2026-27-Q1', o.id, 'submitted', 'fairly_confident', p.id FROM organisation o, person p
      ON CONFLICT DO NOTHING`);
    await migrated('up');
    expect(await stageOn(one, '2026-06-30')).toBe('in_progress');
    await query('DELETE FROM quarter_return');
    await query('DELETE FROM quarter');
  });
});
