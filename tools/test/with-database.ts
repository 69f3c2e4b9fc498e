import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { embeddedDatabase } from '../database/embedded.ts';

/**
 * Runs a script with `TEST_DATABASE_URL`, a PostgreSQL of its own that is gone afterwards. With `--unsynced` first,
 * that does not wait for the disk, as nothing of it is to outlive the machine: for tests, not for what is measured.
 */
const unsynced = process.argv[2] === '--unsynced';
const [script, ...args] = process.argv.slice(unsynced ? 3 : 2);
const folder = mkdtempSync(join(tmpdir(), 'headway-test-'));
const given = process.env['TEST_DATABASE_URL'];
const database = given ? null : await embeddedDatabase(folder, () => undefined);
if (database && unsynced) await stopSyncing(database.url);
const { status } = spawnSync(process.execPath, [script!, ...args], {
  stdio: 'inherit',
  env: { ...process.env, TEST_DATABASE_URL: given ?? database!.url },
});
await database?.release();
rmSync(folder, { recursive: true, force: true });
process.exitCode = status ?? 1;

async function stopSyncing(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  for (const setting of ['fsync', 'full_page_writes'])
    await client.query(`ALTER SYSTEM SET ${setting} = off`);
  await client.query('SELECT pg_reload_conf()');
  await client.end();
}
