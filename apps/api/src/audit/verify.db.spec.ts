import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { audit, committed } from '../platform/changes.js';
import { newLog } from '../platform/log.js';
import { organisation, person } from '../testing/app.js';
import { type TestDatabase, testDatabase } from '../testing/database.js';
import { verify } from './verify.js';

describe('the audit trail, verified', () => {
  let database: TestDatabase;
  let folder: string;
  let log: string;
  let caller: { id: string };
  let chain: string;

  beforeEach(async () => {
    database = await testDatabase();
    folder = mkdtempSync(join(tmpdir(), 'headway-audit-'));
    log = join(folder, 'headway.log');
    appendFileSync(log, '{"level":30,"msg":"request"}\nnot even JSON\n');
    await organisation(database.source, 'DWP');
    await person(database.source, 'admin');
    [caller] = await query('SELECT id FROM person');
    [{ id: chain }] = await query('SELECT id FROM organisation');
    for (let n = 1; n <= 5; n++) await append(`S-${n}`);
  });
  afterEach(async () => {
    rmSync(folder, { recursive: true });
    await database.drop();
  });

  const query = (sql: string, values: unknown[] = []) => database.source.query(sql, values);
  const append = (subject: string) =>
    committed(database.source, newLog('silent', { write: (line) => appendFileSync(log, line) }), (tx) =>
      audit(tx, caller, { action: 'test.done', subject, organisationId: chain, detail: { subject } }),
    );
  /** As a superuser can: with all that guards the tables put aside. */
  const behindItsBack = async (...statements: string[]) => {
    for (const table of ['audit_entry', 'audit_head'])
      await query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    for (const statement of statements) await query(statement.replaceAll(':chain', `'${chain}'`));
    for (const table of ['audit_entry', 'audit_head'])
      await query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  };
  const writtenAnew = `DO $$
    DECLARE entry audit_entry; before bytea := decode(repeat('00', 32), 'hex');
    BEGIN
      FOR entry IN SELECT * FROM audit_entry WHERE chain = :chain ORDER BY position LOOP
        entry.previous := before;
        before := audit_hash(entry);
        UPDATE audit_entry SET previous = entry.previous, hash = before WHERE id = entry.id;
      END LOOP;
      UPDATE audit_head SET hash = before WHERE chain = :chain;
    END $$`;
  const broken = async (from: string | null = null) => (await verify(database.source, from)).broken;

  it('is what was written, and the log agrees', async () => {
    expect(await verify(database.source, log)).toEqual({
      chains: 2,
      entries: 6,
      heads: 5,
      unreadable: 0,
      broken: [],
    });
  });

  for (const [what, change] of Object.entries({
    'what was done': `action = 'test.undone'`,
    'to what': `subject = 'S-4'`,
    'the detail': `detail = detail || '{"more": 1}'`,
    'when, by a microsecond': `at = at + interval '1 microsecond'`,
    'by whom': `person_id = (SELECT id FROM person WHERE name = 'B')`,
  }))
    it(`names an entry of which was changed ${what}`, async () => {
      await query(`INSERT INTO person (email, name) VALUES ('b@headway.example', 'B')`);
      await behindItsBack(`UPDATE audit_entry SET ${change} WHERE chain = :chain AND position = 3`);
      expect(await broken()).toEqual([{ chain: 'dwp', position: 3, why: 'it has been changed' }]);
    });

  it('names the entry after one whose hash was made to fit', async () => {
    await behindItsBack(
      `UPDATE audit_entry SET subject = 'S-4' WHERE chain = :chain AND position = 3`,
      `UPDATE audit_entry e SET hash = audit_hash(e) WHERE chain = :chain AND position = 3`,
    );
    expect(await broken()).toEqual([
      { chain: 'dwp', position: 4, why: 'it does not follow from the entry before it' },
    ]);
  });

  it('names an entry that was taken out of the middle', async () => {
    await behindItsBack('DELETE FROM audit_entry WHERE chain = :chain AND position = 3');
    const why = 'it is missing: the next entry that there is has position 4';
    expect(await broken()).toEqual([{ chain: 'dwp', position: 3, why }]);
  });

  it('names the last entry where that was deleted, whatever is written after it', async () => {
    await behindItsBack('DELETE FROM audit_entry WHERE chain = :chain AND position = 5');
    expect(await broken()).toEqual([
      { chain: 'dwp', position: 5, why: 'it is missing: the chain had 5 entries' },
    ]);
    await append('S-6');
    const why = 'it is missing: the next entry that there is has position 6';
    expect(await broken()).toEqual([{ chain: 'dwp', position: 5, why }]);
  });

  it('names an entry that was moved to another chain, in both', async () => {
    await behindItsBack(
      `UPDATE audit_entry SET organisation_id = NULL, position = 2 WHERE chain = :chain AND position = 5`,
    );
    expect((await broken()).map(({ chain: name, position }) => [name, position])).toEqual([
      ['all government', 2],
      ['dwp', 5],
    ]);
  });

  it('finds by the log alone an end that was written anew, to the last hash', async () => {
    await behindItsBack(
      `UPDATE audit_entry SET subject = 'S-X' WHERE chain = :chain AND position = 4`,
      writtenAnew,
    );
    expect(await broken()).toEqual([]);
    expect(await broken(log)).toEqual([{ chain: 'dwp', position: 4, why: 'the log has another hash of it' }]);
  });

  it('finds by the log alone a last entry that is gone with its head, and a chain that is gone altogether', async () => {
    await behindItsBack(
      'DELETE FROM audit_entry WHERE chain = :chain AND position = 5',
      `UPDATE audit_head h SET position = 4, hash = e.hash FROM audit_entry e
       WHERE e.chain = h.chain AND e.position = 4 AND h.chain = :chain`,
    );
    expect(await broken()).toEqual([]);
    const why = 'it is missing, but the log has its hash';
    expect(await broken(log)).toEqual([{ chain: 'dwp', position: 5, why }]);
    await behindItsBack(
      'DELETE FROM audit_entry WHERE chain = :chain',
      'DELETE FROM audit_head WHERE chain = :chain',
    );
    expect(await broken()).toEqual([]);
    expect(await broken(log)).toEqual([{ chain: 'dwp', position: 1, why }]);
  });

  it('counts lines about heads that cannot be read, and reads no further than the log went at the start', async () => {
    appendFileSync(
      log,
      '{"organisation":null,"position":1,"hash":"short","msg":"audit head"}\n{"msg":"audit head"',
    );
    const verdict = await verify(database.source, log);
    expect(verdict).toEqual({ chains: 2, entries: 6, heads: 5, unreadable: 2, broken: [] });
  });

  it('stands while entries are being written', async () => {
    let writing = true;
    const writer = (async () => {
      while (writing) await append('more');
    })();
    for (let n = 0; n < 10; n++) expect(await broken(log)).toEqual([]);
    writing = false;
    await writer;
  });
});
