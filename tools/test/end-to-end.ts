import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../database/embedded.ts';

/** Runs the browser tests against the built product, on a port and a database folder of their own. */
const folder = mkdtempSync(join(tmpdir(), 'headway-e2e-'));
const port = await freePort();
const playwright = [
  'node_modules/@playwright/test/cli.js',
  'test',
  '--config',
  'apps/e2e/playwright.config.ts',
];
const { status } = spawnSync(process.execPath, [...playwright, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, E2E_DATA_DIR: folder, E2E_PORT: String(port) },
});
rmSync(folder, { recursive: true, force: true });
process.exitCode = status ?? 1;
