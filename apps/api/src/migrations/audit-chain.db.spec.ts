import pg from 'pg';
import { verify } from '../audit/verify.js';
import { audit } from '../platform/changes.js';
import { organisation, person } from '../testing/app.js';
import { type TestDatabase, testDatabase } from '../testing/database.js';

describe('the chains of the audit trail', () => {
  let database: TestDatabase;
  let caller: { id: string };
  const chains = new Map<string, string>();

  beforeAll(async () => {
    database = await testDatabase();
    await person(database.source, 'admin');
    [caller] = await query('SELECT id FROM person');
  });
  afterAll(() => database.drop());

  const query = (sql: string, values: unknown[] = []) => database.source.query(sql, values);
  const newChain = async (abbreviation: string) => {
    await organisation(database.source, abbreviation);
    const [{ id }] = await query('SELECT id FROM organisation WHERE abbreviation = $1', [abbreviation]);
    chains.set(abbreviation, id);
    return id as string;
  };
  const positions = async (chain: string) =>
    (await query('SELECT position FROM audit_entry WHERE chain = $1 ORDER BY position', [chain])).map(
      ({ position }: { position: number }) => position,
    ) as number[];
  const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);
  const entry = (organisationId: string | null, subject = 'X') => ({
    organisationId,
    action: 'test.done',
    subject,
    detail: { é: 'ü', n: 1.5, nothing: null },
  });

  it('does not fork where 16 clients append 200 entries to one, and some think better of it', async () => {
    const chain = await newChain('ONE');
    const clients = Array.from({ length: 16 }, () => new pg.Client(database.url));
    await Promise.all(clients.map((client) => client.connect()));
    let left = 240;
    await Promise.all(
      clients.map(async (client) => {
        for (let turn = left--; turn > 0; turn = left--) {
          await client.query('BEGIN');
          await client.query(
            `INSERT INTO audit_entry (person_id, organisation_id, action, subject, detail)
             VALUES ($1, $2, 'test.done', $3, '{}')`,
            [caller.id, chain, `turn ${turn}`],
          );
          await client.query(turn % 6 === 0 ? 'ROLLBACK' : 'COMMIT');
        }
      }),
    );
    await Promise.all(clients.map((client) => client.end()));
    expect(await positions(chain)).toEqual(upTo(200));
    expect((await verify(database.source, null)).broken).toEqual([]);
  });

  it('takes entries of many organisations, in whatever order, without a deadlock', async () => {
    const ids = [await newChain('TWO'), await newChain('THREE'), await newChain('FOUR')];
    const write = (turn: number) =>
      database.source.transaction((tx) =>
        audit(tx, caller, ...(turn % 2 ? ids : ids.toReversed()).map((id) => entry(id)), entry(null)),
      );
    await Promise.all(Array.from({ length: 30 }, (_, turn) => write(turn)));
    for (const id of ids) expect(await positions(id)).toEqual(upTo(30));
    expect((await verify(database.source, null)).broken).toEqual([]);
  });

  it('chains thousands of entries of one statement in their order', async () => {
    const chain = await newChain('MANY');
    const many = upTo(5_000).map((n) => entry(chain, `S-${n}`));
    await database.source.transaction(async (tx) => {
      await audit(tx, caller, ...many);
      await audit(tx, caller, entry(chain, 'last'));
    });
    expect(await positions(chain)).toEqual(upTo(5_001));
    const [{ ordered }] = await query(
      `SELECT bool_and(subject = 'S-' || position OR position = 5001) AS ordered FROM audit_entry WHERE chain = $1`,
      [chain],
    );
    expect(ordered).toBeTrue();
    expect((await verify(database.source, null)).broken).toEqual([]);
  });

  it('lets nobody choose a place or a hash', async () => {
    const chain = await newChain('CHOSEN');
    await query(
      `INSERT INTO audit_entry (person_id, organisation_id, action, subject, detail, position, previous, hash)
       SELECT $1, $2, 'test.done', 'X', '{}', 77, sha256('a'), sha256('b')`,
      [caller.id, chain],
    );
    expect(await positions(chain)).toEqual([1]);
    expect((await verify(database.source, null)).broken).toEqual([]);
  });

  it('refuses a second entry at one place even where the trigger is put aside', async () => {
    await query('ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_chained');
    await expectAsync(
      query(
        `INSERT INTO audit_entry (person_id, organisation_id, action, subject, detail, position, previous, hash)
         SELECT person_id, organisation_id, action, subject, detail, position, previous, hash
         FROM audit_entry WHERE position = 1 LIMIT 1`,
      ),
    ).toBeRejectedWithError(/audit_entry_forks/);
    await query('ALTER TABLE audit_entry ENABLE TRIGGER audit_entry_chained');
  });

  it('moves heads for new entries only', async () => {
    const chain = await newChain('HEAD');
    await database.source.transaction((tx) => audit(tx, caller, entry(chain)));
    for (const statement of [
      `UPDATE audit_head SET position = position + 1`,
      `UPDATE audit_head SET hash = sha256('x')`,
      `INSERT INTO audit_head (chain) VALUES (gen_random_uuid())`,
      'DELETE FROM audit_head',
      'TRUNCATE audit_head',
    ])
      await expectAsync(query(statement))
        .withContext(statement)
        .toBeRejectedWithError(/is refused/);
  });

  it('refuses an event that would not fit into a notification', async () => {
    const event = (length: number) =>
      query(`INSERT INTO event (kind, subject) VALUES ('service.changed', repeat('x', $1))`, [length]);
    await expectAsync(event(1_001)).toBeRejectedWithError(/event_subject_short/);
    await event(1_000);
  });

  it('are made of what was written before there were any, and are gone again with the migration', async () => {
    const old = await testDatabase();
    const chained = async () =>
      (await old.source.query(`SELECT to_regclass('audit_head') AS heads`))[0].heads !== null;
    while (await chained()) await old.source.undoLastMigration();
    await organisation(old.source, 'OLD');
    await old.source.query(
      `WITH writer AS (INSERT INTO person (email, name) VALUES ('a@b.example', 'A') RETURNING id)
       INSERT INTO audit_entry (person_id, organisation_id, action, subject, detail)
       SELECT writer.id, CASE WHEN n % 2 = 0 THEN o.id END, 'test.done', 'S-' || n, '{"a": [1, "é"]}'
       FROM writer, organisation o, generate_series(1, 11) n`,
    );
    await old.source.runMigrations();
    const verdict = await verify(old.source, null);
    expect(verdict).toEqual({ chains: 2, entries: 11, heads: 0, unreadable: 0, broken: [] });
    await expectAsync(old.source.query(`UPDATE audit_entry SET action = 'x'`)).toBeRejectedWithError(
      /is refused/,
    );
    await old.drop();
  });
});
