import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { embeddedDatabase } from '../database/embedded.ts';

/** Runs a script with `TEST_DATABASE_URL`, a PostgreSQL of its own that is gone afterwards. */
const [script, ...args] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'headway-test-'));
const given = process.env['TEST_DATABASE_URL'];
const database = given ? null : await embeddedDatabase(folder, () => undefined);
const { status } = spawnSync(process.execPath, [script!, ...args], {
  stdio: 'inherit',
  env: { ...process.env, TEST_DATABASE_URL: given ?? database!.url },
});
await database?.release();
rmSync(folder, { recursive: true, force: true });
process.exitCode = status ?? 1;
