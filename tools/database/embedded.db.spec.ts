import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { noProcesses } from '../test/children.ts';
import { type Database, embeddedDatabase } from './embedded.ts';
import { placeOf } from './place.ts';
import { postmasterIn } from './postmaster.ts';

describe('the embedded database', () => {
  let folder: string;
  let data: string;
  let database: Database;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'headway-embedded-'));
    database = await embeddedDatabase(folder, () => undefined);
    data = join((await placeOf(folder)).home, 'postgres');
  }, 120_000);
  afterAll(async () => {
    await database.release();
    rmSync(folder, { recursive: true, force: true });
  });

  async function connected(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: database.url });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }

  it('is back where it was after its first process was killed in the middle of a statement', async () => {
    if (noProcesses) pending(noProcesses);
    const killed = postmasterIn(data)!;
    const client = await connected();
    // Of those that do not look whether the first process still lives.
    const counting = client
      .query('SELECT count(*) FROM generate_series(1, 1000000000000)')
      .catch(() => 'lost');
    const other = await connected();
    for (
      const running = `SELECT FROM pg_stat_activity WHERE query LIKE '%generate_series(1, 10%' AND pid <> pg_backend_pid()`;
      ;
    ) {
      if ((await other.query(running)).rowCount) break;
    }
    process.kill(killed.pid, 'SIGKILL');
    while (postmasterIn(data)) await wait(10);
    database = await embeddedDatabase(folder, () => undefined);
    expect(await counting).toBe('lost');
    expect(postmasterIn(data)!.port).toBe(killed.port);
    expect(postmasterIn(data)!.pid).not.toBe(killed.pid);
    expect((await (await connected()).query('SELECT 42 AS answer')).rows).toEqual([{ answer: 42 }]);
  }, 120_000);

  it('is started once, however many ask for it at the same time', async () => {
    process.kill(postmasterIn(data)!.pid, 'SIGKILL');
    while (postmasterIn(data)) await wait(10);
    const asked = await Promise.all([1, 2, 3].map(() => embeddedDatabase(folder, () => undefined)));
    expect(new Set(asked.map(({ url }) => url)).size).toBe(1);
    database = asked[0]!;
  }, 120_000);

  it('takes no other process for its own because of a number that was left', async () => {
    if (noProcesses) pending(noProcesses);
    await database.release();
    for (let tries = 0; postmasterIn(data) && tries < 1_000; tries++) await wait(20);
    writeFileSync(join(data, 'postmaster.pid'), `${process.pid}\n${data}\n0\n5432\n`);
    expect(postmasterIn(data)).toBeNull();
    database = await embeddedDatabase(folder, () => undefined);
    expect(postmasterIn(data)).not.toBeNull();
  }, 120_000);
});
