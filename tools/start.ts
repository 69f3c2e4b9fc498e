import { type ChosenDatabase, chosenDatabase, demonstrationWanted } from './database/database.ts';
import { prepare } from './database/prepare.ts';
import { type Api, startApi } from './start/api.ts';
import { mustBeFree } from './start/port.mjs';
import { supervise, watchOf } from './start/supervise.ts';

const port = Number(process.env['PORT'] ?? 3000);
const host = process.env['HOST'] ?? 'localhost';
const address = process.env['PUBLIC_URL'] ?? `http://localhost:${port}`;
const stopping = new AbortController();
const stop = stopping.signal;
const running: { database?: ChosenDatabase; api?: Api } = {};

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

async function start(): Promise<void> {
  await mustBeFree(port, host);
  const database = (running.database = await chosenDatabase(say, stop));
  const demonstration = demonstrationWanted(database.embedded);
  if (await prepare(database.url, { demonstration })) say('Loaded the demonstration data.');
  if (stop.aborted) return;
  say('Starting Headway …');
  const environment = {
    PORT: String(port),
    PUBLIC_URL: address,
    HEADWAY_DEMO: demonstration ? 'on' : 'off',
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'info',
  };
  const api = (running.api = await startApi(database.url, environment, say));
  // Before it says that it runs, so that whatever is killed from then on is noticed.
  const watch = await watchOf(database);
  say(`\nHeadway is at ${address}`);
  if (demonstration) say('Choose "Sign in" and then a demonstration person; there is no password.');
  say('Press Ctrl-C to stop.');
  const started = Object.assign(running, { database, api });
  await supervise({ running: started, watch, port, host, environment, say, stop });
}

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stopping.abort());
try {
  await start();
} catch (error) {
  if (!stop.aborted) {
    say(`Headway could not start. ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
// Those who use the database first, then the database.
await running.api?.stop();
await running.database?.release();
process.exit();
