import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as playwright } from '@playwright/test';
import pg from 'pg';

/**
 * Each file of browser tests has a server and a database of its own, a copy of the demonstration that was made once
 * for the run. A new file needs nothing but this `test` in place of Playwright's: `page`, `inOwnBrowser` and every
 * address without a host lead to its own server. It may change what it likes, and nothing that another file or an
 * earlier test did is there. (Two workers may share the tests of a file; each then has a server.)
 */
export const test = playwright.extend<object, { headway: string }>({
  headway: [
    async ({}, use, { project, workerIndex }) => {
      const database = await copyOfPrepared();
      const server = await started(database.url, join(project.outputDir, `server-${workerIndex}.log`));
      await use(server.address);
      await server.stop();
      await database.drop();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  baseURL: ({ headway }, use) => use(headway),
});

const main = fileURLToPath(new URL('../../api/dist/main.js', import.meta.url));
const { E2E_SERVER: postgres = '', E2E_TEMPLATE: template = '' } = process.env;

async function copyOfPrepared(): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const name = `headway_${randomUUID().replaceAll('-', '')}`;
  await administer(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  return {
    url: Object.assign(new URL(postgres), { pathname: name }).href,
    drop: () => administer(`DROP DATABASE ${name} WITH (FORCE)`),
  };
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: postgres });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

async function started(
  databaseUrl: string,
  log: string,
  tries = 5,
): Promise<{ address: string; stop(): Promise<void> }> {
  const port = await freePort();
  const address = `http://localhost:${port}`;
  mkdirSync(join(log, '..'), { recursive: true });
  const file = openSync(log, 'a');
  const server = fork(main, {
    stdio: ['ignore', file, file, 'ipc'],
    env: {
      ...process.env,
      PORT: String(port),
      PUBLIC_URL: address,
      DATABASE_URL: databaseUrl,
      HEADWAY_DEMO: 'on',
      LOG_LEVEL: 'info',
    },
  });
  closeSync(file);
  const listens = await Promise.race([
    once(server, 'message').then(() => true),
    once(server, 'exit').then(() => false),
  ]);
  if (listens) return { address, stop: () => stopped(server) };
  // Somebody else may have taken the port in between.
  if (tries > 1) return started(databaseUrl, log, tries - 1);
  throw new Error(`The server did not start. What it said is in ${log}.`);
}

async function stopped(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, 'exit');
  server.kill('SIGTERM');
  const late = setTimeout(() => server.kill('SIGKILL'), 15_000);
  await ended;
  clearTimeout(late);
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer().once('error', failed);
    probe.listen(0, 'localhost', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => found(port));
    });
  });
}
