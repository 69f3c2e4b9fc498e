import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chosenDatabase, logFile } from './database/database.ts';

/** Where in the API each command is. */
const commands: Readonly<Record<string, string>> = {
  person: 'people/person',
  token: 'people/token',
  'audit:verify': 'audit/verify',
};

/** Runs a command of the API against the database, whether or not Headway is running. */
const [name = '', ...args] = process.argv.slice(2);
const command = commands[name];
if (!command) throw new Error(`There is no command ${name}: there is ${Object.keys(commands).join(', ')}`);
const script = fileURLToPath(new URL(`../apps/api/dist/${command}.command.js`, import.meta.url));
const database = await chosenDatabase((text) => process.stderr.write(`${text}\n`));
mkdirSync(dirname(logFile()), { recursive: true });
const { status } = spawnSync(process.execPath, [script, ...args], {
  stdio: 'inherit',
  env: { ...process.env, DATABASE_URL: database.url, HEADWAY_LOG: logFile() },
});
await database.release();
process.exitCode = status ?? 1;
