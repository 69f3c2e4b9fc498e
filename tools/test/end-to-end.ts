import { spawnSync } from 'node:child_process';
import pg from 'pg';
import { prepare } from '../database/prepare.ts';
import { browserPath } from './browser.ts';
import { seedOf } from './seed.ts';

/**
 * Runs the browser tests against the built product. The demonstration is made once, in a database that each file of
 * tests gets a copy of. Files run in random order; everything but `--seed=N` goes to Playwright.
 */
const { seed, others } = seedOf(process.argv.slice(2));
const server = process.env['TEST_DATABASE_URL'];
if (!server) throw new Error('Run browser tests by npm test -- browser');
const template = `headway_prepared_${process.pid}`;
const administer = async (statement: string) => {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(statement).finally(() => client.end());
};

await administer(`CREATE DATABASE ${template}`);
await prepare(Object.assign(new URL(server), { pathname: template }).href, { demonstration: true });
process.stdout.write(`Files in the order of seed ${seed} (npm test -- browser --seed=${seed})\n`);
const playwright = [
  'node_modules/@playwright/test/cli.js',
  'test',
  '--config',
  'apps/e2e/playwright.config.ts',
];
const { status } = spawnSync(process.execPath, [...playwright, ...others], {
  stdio: 'inherit',
  env: {
    ...process.env,
    CHROME_BIN: await browserPath(),
    E2E_SERVER: server,
    E2E_TEMPLATE: template,
    E2E_SEED: String(seed),
  },
});
await administer(`DROP DATABASE ${template}`);
process.exitCode = status ?? 1;
