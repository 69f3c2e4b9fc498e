import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { chosenDatabase } from './database/database.ts';

/** Runs a command of the API against the database, whether or not Headway is running. */
const [name = '', ...args] = process.argv.slice(2);
const script = fileURLToPath(new URL(`../apps/api/dist/people/${name}.command.js`, import.meta.url));
const database = await chosenDatabase((text) => process.stderr.write(`${text}\n`));
const { status } = spawnSync(process.execPath, [script, ...args], {
  stdio: 'inherit',
  env: { ...process.env, DATABASE_URL: database.url },
});
await database.release();
process.exitCode = status ?? 1;
