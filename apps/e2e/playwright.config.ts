import { defineConfig } from '@playwright/test';

const { E2E_DATA_DIR: folder, E2E_PORT: port } = process.env;
if (!folder || !port) throw new Error('Run browser tests by npm test -- browser');

/** The built product, with an embedded database and demonstration data of its own, in a real browser. */
export default defineConfig({
  testDir: 'src',
  testMatch: '*.e2e.ts',
  outputDir: '../../results/browser',
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['./tally-reporter.ts']],
  use: {
    baseURL: `http://localhost:${port}`,
    launchOptions: {
      ...(process.env['CHROME_BIN'] ? { executablePath: process.env['CHROME_BIN'] } : {}),
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: 'node tools/start.ts',
    cwd: '../..',
    url: `http://localhost:${port}/api/health/ready`,
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    env: { PORT: port, HEADWAY_DATA_DIR: folder, DATABASE_URL: '', PUBLIC_URL: `http://localhost:${port}` },
  },
});
