import { Agent, request } from 'node:http';
import { availableParallelism, loadavg } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { linkOf, newWave } from '../../apps/api/dist/pulse/pulse.fixture.js';
import { person } from '../../apps/api/dist/testing/app.js';
import { testDatabase } from '../../apps/api/dist/testing/database.js';
import { daysAfter, londonDate } from '../../libs/domain/dist/index.js';
import { ended, startedApi } from './api.ts';
import { load } from './load.ts';
import { ask } from './measure.ts';

/**
 * `node tools/test/with-database.ts tools/bench/pulse.ts`: 5,000 answers in a minute from 50 clients, each from an
 * address of its own, and the roll-up of 10,000 services meanwhile beside alone.
 */
const port = 3393;
const clients = 50;
const answers = Number(process.argv[2] ?? 5_000);
const minute = 60_000;
const url = `http://127.0.0.1:${port}`;
const today = londonDate(new Date());

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

const database = await testDatabase();
const token = await person(database.source, 'oversight');
await load(database.source, 10_000);
const wave = await newWave(database.source, [today, daysAfter(today, 7)]);
const links = await Promise.all(
  Array.from({ length: clients }, (_, n) => linkOf(database.source, wave, `organisation-${n + 1}`)),
);
const api = await startedApi(database.url, port);
say(`${availableParallelism()} cores; load before: ${loadavg()[0]!.toFixed(1)}`);
await rollUps(() => false, 20);
const alone = await rollUps(() => false, 200);
const begun = performance.now();
let over = false;
const meanwhile = rollUps(() => over, Infinity);
const took = (await Promise.all(links.map(client))).flat();
over = true;
const seconds = (performance.now() - begun) / 1000;
const [{ stored }] = (await database.source.query('SELECT count(*) AS stored FROM pulse_answer')) as [
  { stored: number },
];
say(`| answers sent | stored | lost | in | p50 | p99 | roll-up alone, p50 | meanwhile, p50 | p99 |`);
say('|---|---|---|---|---|---|---|---|---|');
const [apart, beside] = [alone, await meanwhile];
say(
  `| ${answers} | ${stored} | ${answers - stored} | ${seconds.toFixed(1)} s | ${ms(took, 0.5)} | ${ms(took, 0.99)} | ` +
    `${ms(apart, 0.5)} | ${ms(beside, 0.5)} | ${ms(beside, 0.99)} |`,
);
say(`Load after: ${loadavg()[0]!.toFixed(1)}`);
await ended(api);
await database.drop();

/** Sends its part of the answers evenly over the minute; tells how long each took. What is refused is a loss. */
async function client(link: string, n: number): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1, localAddress: `127.0.0.${n + 2}` });
  const each = answers / clients;
  const own: number[] = [];
  for (let i = 0; i < each; i++) {
    const due = begun + ((i + n / clients) * minute) / each;
    await wait(Math.max(0, due - performance.now()));
    const sent = performance.now();
    await send(link, agent);
    own.push(performance.now() - sent);
  }
  agent.destroy();
  return own;
}

function send(link: string, agent: Agent): Promise<void> {
  const body = JSON.stringify({
    grade: 'other',
    answers: {
      ...{ impact: 'some', external_online: 'live', internal_online: 'in_progress' },
      ...{
        external_redesign: 'in_progress',
        internal_redesign: 'not_started',
        confidence: 'fairly_confident',
      },
      barriers: ['skills', 'legacy_technology', 'funding'],
    },
  });
  const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
  return new Promise((done, failed) => {
    const sent = request(`${url}/api/pulse/survey/${link}`, { method: 'POST', headers, agent }, (answer) => {
      answer.resume();
      answer.on('end', () =>
        answer.statusCode === 204 ? done() : failed(new Error(`Answered with ${answer.statusCode}`)),
      );
    });
    sent.on('error', failed);
    sent.end(body);
  });
}

/** One after another with a pause, as a person reads. */
async function rollUps(enough: () => boolean, most: number): Promise<number[]> {
  const own: number[] = [];
  while (!enough() && own.length < most) {
    const sent = performance.now();
    await ask({
      ...{ method: 'GET', url: `${url}/api/portfolio` },
      headers: { authorization: `Bearer ${token}` },
    });
    own.push(performance.now() - sent);
    await wait(50);
  }
  return own;
}

function ms(all: readonly number[], share: number): string {
  const sorted = all.toSorted((a, b) => a - b);
  return `${sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.toFixed(1)} ms`;
}
