import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const { E2E_SEED: seed, CHROME_BIN: executablePath } = process.env;
if (!seed) throw new Error('Run browser tests by npm test -- browser');

/** Each file is a project, because a worker, and with it the server of the fixture, serves one project only. */
const projects = readdirSync(new URL('src', import.meta.url))
  .filter((file) => file.endsWith('.e2e.ts'))
  .map((file) => ({ file, at: createHash('sha256').update(`${seed} ${file}`).digest('hex') }))
  .toSorted((a, b) => (a.at < b.at ? -1 : 1))
  .map(({ file }) => ({ name: file.replace('.e2e.ts', ''), testMatch: file }));

/** The built product in a real browser. A busy machine is no failure: only what never ends is. */
export default defineConfig({
  testDir: 'src',
  projects,
  outputDir: '../../results/browser',
  workers: 2,
  // Tests of one file go to either worker, and so to either server: none can count on what the one before it did.
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  timeout: 600_000,
  expect: { timeout: 60_000 },
  reporter: [['list'], ['./tally-reporter.ts']],
  use: {
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
