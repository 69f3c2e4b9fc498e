import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { DataSource } from 'typeorm';
import { databaseOptions } from '../../apps/api/dist/platform/database.js';
import { organisation, person, service } from '../../apps/api/dist/testing/app.js';
import { embeddedDatabase, freePort } from '../database/embedded.ts';
import { placeOf } from '../database/place.ts';
import { postmasterIn } from '../database/postmaster.ts';
import { childrenOf, noProcesses } from './children.ts';
import { Writer } from './writer.ts';

if (noProcesses) throw new Error(noProcesses);

/**
 * Starts the product as `npm start` does and kills PostgreSQL and the API again and again while several clients record
 * stages. Says how long it took to be back, and whether what was acknowledged is there, once. Linux only.
 */
const { values } = parseArgs({
  options: { kills: { type: 'string', default: '25' }, clients: { type: 'string', default: '6' } },
});
const [kills, clients] = [Number(values.kills), Number(values.clients)];
const longest = 10_000;
const folder = mkdtempSync(join(tmpdir(), 'headway-kills-'));
const port = await freePort();
const base = `http://localhost:${port}`;
const say = (text: string) => process.stdout.write(`${text}\n`);

const headway = spawn(process.execPath, ['tools/start.ts'], {
  stdio: ['ignore', 'inherit', 'inherit'],
  env: { ...process.env, HEADWAY_DATA_DIR: folder, PORT: String(port), DATABASE_URL: '', PUBLIC_URL: base },
});
process.once('exit', () => headway.kill('SIGTERM'));

const isReady = () =>
  fetch(`${base}/api/health/ready`, { signal: AbortSignal.timeout(longest) }).then(
    ({ ok }) => ok,
    () => false,
  );

async function until(what: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await what())) {
    if (headway.exitCode !== null) throw new Error('Headway has ended.');
    await wait(20);
  }
}

async function asked<T>(work: (source: DataSource) => Promise<T>): Promise<T> {
  const { url } = await embeddedDatabase(folder, () => undefined);
  const source = await new DataSource(databaseOptions(url)).initialize();
  return work(source).finally(() => source.destroy());
}

await until(isReady);
const data = join((await placeOf(folder)).home, 'postgres');
const victims = {
  PostgreSQL: () => postmasterIn(data)?.pid ?? 0,
  'the API': () => childrenOf(headway.pid!, 'main.js')[0] ?? 0,
};
const references = Array.from({ length: clients }, (_, n) => `KILL-${n + 1}`);
const token = await asked(async (source) => {
  const owner = await organisation(source, 'KILL');
  for (const reference of references) await service(source, reference, owner);
  return person(source, 'digital_lead', owner);
});
const writers = references.map((reference) => new Writer(base, token, reference));
const writing = Promise.all(writers.map((writer) => writer.writeUntilStopped()));
const acknowledged = () => writers.reduce((sum, writer) => sum + writer.acknowledged.length, 0);

const times: Record<string, number[]> = {};
for (const [name, pidOf] of Object.entries(victims)) {
  const took: number[] = (times[name] = []);
  for (let n = 1; n <= kills; n++) {
    const [before, written] = [pidOf(), acknowledged()];
    await until(() => acknowledged() > written + 5 * clients);
    const killed = Date.now();
    process.kill(before, 'SIGKILL');
    await until(() => pidOf() !== before && pidOf() !== 0);
    await until(isReady);
    const again = acknowledged();
    await until(() => acknowledged() > again);
    took.push(Date.now() - killed);
  }
}
for (const writer of writers) writer.stop();
await writing;

let failed = false;
for (const [name, took] of Object.entries(times)) {
  const [middle, most] = [took.toSorted((a, b) => a - b)[took.length >> 1]!, Math.max(...took)];
  const late = took.filter((one) => one > longest).length;
  failed ||= late > 0;
  say(
    `${took.length} kills of ${name}: back after ${middle} ms in the middle, ${most} ms at most; ${late} later than 10 s`,
  );
}
let [lost, doubled] = [0, 0];
for (const writer of writers) {
  const stored = await asked((source) => writer.stored(source));
  const count = (day: string) => stored.filter((one) => one === day).length;
  lost += writer.acknowledged.filter((day) => count(day) === 0).length;
  doubled += stored.length - new Set(stored).size;
}
const retried = writers.reduce((sum, writer) => sum + writer.retries, 0);
const odd = writers.flatMap((writer) => writer.odd);
say(`${acknowledged()} writes acknowledged, ${retried} tries repeated: ${lost} lost, ${doubled} doubled`);
for (const answer of new Set(odd))
  say(`An answer that should not come: ${answer} (${odd.filter((one) => one === answer).length} times)`);
failed ||= lost > 0 || doubled > 0 || odd.length > 0;

headway.kill('SIGTERM');
await until(() => postmasterIn(data) === null).catch(() => undefined);
if (failed) say(`Its log is in ${folder}.`);
else rmSync(folder, { recursive: true, force: true });
process.exit(failed ? 1 : 0);
