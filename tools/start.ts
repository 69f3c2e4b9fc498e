import { type ChildProcess, fork } from 'node:child_process';
import { mkdirSync, openSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ChosenDatabase, chosenDatabase, demonstrationWanted, logFile } from './database/database.ts';
import { prepare } from './database/prepare.ts';

const main = fileURLToPath(new URL('../apps/api/dist/main.js', import.meta.url));
const port = Number(process.env['PORT'] ?? 3000);
let database: ChosenDatabase | undefined;
let api: ChildProcess | undefined;
let stopping = false;
const longestStop = 15_000;

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

async function start(): Promise<void> {
  await mustBeFree(port);
  database = await chosenDatabase(say);
  const { url, embedded } = database;
  if (stopping) return;
  const demonstration = demonstrationWanted(embedded);
  if (await prepare(url, { demonstration })) say('Loaded the demonstration data.');
  if (stopping) return;
  say('Starting Headway …');
  const address = process.env['PUBLIC_URL'] ?? `http://localhost:${port}`;
  mkdirSync(dirname(logFile()), { recursive: true });
  api = fork(main, {
    // Its log goes to a file that outlives it; only what keeps it from starting is said here.
    stdio: ['ignore', openSync(logFile(), 'a'), 'inherit', 'ipc'],
    // Of a group of its own, so that Ctrl-C comes to it once, from here.
    detached: true,
    env: {
      ...process.env,
      PORT: String(port),
      PUBLIC_URL: address,
      DATABASE_URL: url,
      HEADWAY_DEMO: demonstration ? 'on' : 'off',
      LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'info',
    },
  });
  api.once('exit', (code) => void stop(stopping ? 0 : (code ?? 1)));
  api.once('message', () => {
    say(`\nHeadway is at ${address}`);
    if (demonstration) say('Choose "Sign in" and then a demonstration person; there is no password.');
    say('Press Ctrl-C to stop.');
  });
}

function mustBeFree(wanted: number): Promise<void> {
  return new Promise((free, failed) => {
    const probe = createServer()
      .once('error', () =>
        failed(new Error(`Port ${wanted} is in use. Stop what uses it, or set PORT to another.`)),
      )
      .listen(wanted, 'localhost', () => probe.close(() => free()));
  });
}

async function stop(code: number): Promise<void> {
  stopping = true;
  if (api && api.exitCode === null && api.signalCode === null) {
    api.kill('SIGTERM');
    setTimeout(() => api?.kill('SIGKILL'), longestStop).unref();
    return; // its end comes back here
  }
  // A start that is under way ends first, so that it no longer uses what is stopped here.
  await starting.catch(() => undefined);
  await database?.release();
  process.exit(code);
}

process.on('SIGINT', () => void stop(0));
process.on('SIGTERM', () => void stop(0));
const starting = start();
starting.catch((error: unknown) => {
  say(`Headway could not start. ${error instanceof Error ? error.message : String(error)}`);
  void stop(1);
});
