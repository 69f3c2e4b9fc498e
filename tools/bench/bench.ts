import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { person } from '../../apps/api/dist/testing/app.js';
import { testDatabase } from '../../apps/api/dist/testing/database.js';
import { hashOf, newSecret } from '../../apps/api/dist/platform/secret.js';
import { londonDate } from '../../libs/domain/dist/index.js';
import { freePort } from '../database/embedded.ts';
import { load } from './load.ts';
import { type Asked, type Measured, type Times, ask, measure, measureInTurns } from './measure.ts';
import { pageCosts } from './pages.ts';
import { type Work, numberOf, works } from './works.ts';

const ports = { api: await freePort(), bare: await freePort() };
const today = londonDate(new Date());
const sizes = process.argv[2] ? [Number(process.argv[2])] : [10_000, 100_000];
const seconds = Number(process.argv[3] ?? 5);
/** How often the file of all is asked for. */
const turns = 5;
/** The same columns of the same services in the same order as the file of all, without its words and its care. */
const exported = `SELECT s.reference, s.name, o.name, s.audience, r.stage, r.stage_since, r.redesign_under_way,
    r.front_office, r.middle_office, r.back_office, due.live, due.redesigned, s.transactions_a_year, s.address, s.owner,
    s.description, s.opens_on, said.evidence_url
  FROM service s JOIN stage_span r ON r.service_id = s.id JOIN organisation o ON o.id = r.organisation_id
  LEFT JOIN (SELECT service_id, (array_agg(due_on ORDER BY sequence DESC) FILTER (WHERE stage = 'live'))[1] AS live,
    (array_agg(due_on ORDER BY sequence DESC) FILTER (WHERE stage = 'redesigned'))[1] AS redesigned
    FROM target GROUP BY 1) due ON due.service_id = s.id
  LEFT JOIN (SELECT id, evidence_url FROM stage_record WHERE evidence_url IS NOT NULL) said ON said.id = r.record_id
  WHERE r.from_on <= current_date AND r.to_on > current_date ORDER BY lower(o.name), lower(s.name), s.id`;

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

for (const services of sizes) {
  const database = await testDatabase();
  const token = await person(database.source, 'oversight');
  const recorder = await person(database.source, 'admin');
  const loading = performance.now();
  await load(database.source, services);
  await database.source.query(`INSERT INTO role_grant (person_id, role, organisation_id)
    SELECT p.id, 'digital_lead', o.id FROM person p, organisation o WHERE p.name = 'admin' AND o.parent_id IS NULL`);
  const all = works(services, today);
  const bare = await started(new URL('bare.ts', import.meta.url), {
    DATABASE_URL: database.url,
    PORT: String(ports.bare),
    STATEMENTS: JSON.stringify([...all.map(({ statement }) => statement), exported]),
  });
  const starting = performance.now();
  const api = await started(new URL('../../apps/api/dist/main.js', import.meta.url), {
    DATABASE_URL: database.url,
    PORT: String(ports.api),
    HEADWAY_DEMO: 'on',
    LOG_LEVEL: 'silent',
  });
  const ready = performance.now() - starting;
  say(`\n## ${services.toLocaleString('en-GB')} services`);
  say(
    `Loaded in ${round((starting - loading) / 1000)} s. The API was ready after ${round(ready / 1000)} s at ${rss(api)} MB.\n`,
  );
  // Measured as it runs, not as it starts: its code is compiled by then, and the tables of its jobs are made.
  await measure(ofApi(all[0]!, token), { clients: 1, seconds: 5 });
  for (const when of ['freshly vacuumed', 'after a thousand writes'] as const) {
    if (when !== 'freshly vacuumed') for (let n = 0; n < 1000; n++) await ask(ofApi(all[3]!, recorder)(n));
    say(
      `| ${when} | p50 1 client | p99 | bare p50 | ratio | at most | req/s 20 clients | bare | ratio | at least |`,
    );
    say('|---|---|---|---|---|---|---|---|---|---|');
    for (const [index, work] of all.entries()) {
      const own = ofApi(work, work.method === 'POST' ? recorder : token);
      const plain = (n: number): Asked => ({
        ...{ method: 'GET', headers: {} },
        url: `http://localhost:${ports.bare}/${index}${work.method === 'POST' ? `/${numberOf(n, services)}` : ''}`,
      });
      const [one, bareOne] = await measureInTurns([own, plain], { seconds });
      const [many, bareMany] = [
        await measure(own, { clients: 20, seconds }),
        await measure(plain, { clients: 20, seconds }),
      ];
      say(row(work, one!, bareOne!, many, bareMany));
    }
    say('');
  }
  await exports(api, token);
  const signals = { ...all[0]!, path: () => '/api/portfolio/signals' };
  const looked = await measure(ofApi(signals, token), { clients: 1, seconds });
  say(`Signals of all services: p50 ${ms(looked.p50)}, p99 ${ms(looked.p99)}.`);
  const secret = newSecret();
  await database.source.query(
    `INSERT INTO session (token_hash, person_id) SELECT $1, id FROM person WHERE name = 'oversight'`,
    [hashOf(secret)],
  );
  say('\n| page, four times slower, 10 Mb/s, 40 ms | script (gzip) | largest paint | slowest interaction |');
  say('|---|---|---|---|');
  for (const { name, script, paint, interaction } of await pageCosts(`http://localhost:${ports.api}`, secret))
    say(`| ${name} | ${round(script)} kB | ${ms(paint)} | ${ms(interaction)} |`);
  for (const child of [api, bare]) {
    child.disconnect();
    await once(child, 'exit');
  }
  await database.drop();
}

function ofApi({ method, path, body }: Work, token: string): (n: number) => Asked {
  return (n) => ({
    method,
    url: `http://localhost:${ports.api}${path(n)}`,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body
        ? { 'content-type': 'application/json', 'if-match': '*', 'idempotency-key': crypto.randomUUID() }
        : {}),
    },
    ...(body ? { body: JSON.stringify(body(n)) } : {}),
  });
}

function row(
  { name, limits: [time, requests] }: Work,
  one: Times,
  bareOne: Times,
  many: Measured,
  bareMany: Measured,
) {
  const [slower, part] = [one.p50 / bareOne.p50, many.rate / bareMany.rate];
  const cells = [
    ...[name, ms(one.p50), ms(one.p99), ms(bareOne.p50), `${round(slower)}×`, `${time}×`],
    ...[round(many.rate), round(bareMany.rate), `${Math.round(part * 100) / 100}×`, `${requests}×`],
  ];
  return `| ${cells.join(' | ')} |`;
}

/**
 * Everything as CSV: how long, when the first byte came, what it took in memory, and what a roll-up waited meanwhile;
 * beside a bare COPY and what the bare roll-up waited for that. The two take turns, and the middle one of each counts.
 */
async function exports(api: ChildProcess, token: string): Promise<void> {
  const get = (port: number, path: string): Asked => ({
    ...{ method: 'GET', url: `http://localhost:${port}${path}` },
    headers: port === ports.api ? { authorization: `Bearer ${token}` } : {},
  });
  const own = [get(ports.api, '/api/services.csv'), get(ports.api, '/api/portfolio')] as const;
  const plain = [get(ports.bare, '/copy'), get(ports.bare, '/0')] as const;
  await ask(own[0]);
  const before = rss(api);
  let most = before;
  const [ours, theirs]: [Exported[], Exported[]] = [[], []];
  for (let n = 0; n < turns; n++) {
    theirs.push(await exportedOnce(...plain));
    ours.push(await exportedOnce(...own, () => (most = Math.max(most, rss(api)))));
  }
  const of = (all: readonly Exported[], what: keyof Exported) => middle(all.map((one) => one[what]));
  const [took, copied] = [of(ours, 'took'), of(theirs, 'took')];
  const [waited, bareWaited] = [of(ours, 'waited'), of(theirs, 'waited')];
  say(
    `Export of all as CSV: ${ms(took)}, COPY ${ms(copied)} (${round(took / copied)}×, at most 2×), first byte after ` +
      `${ms(of(ours, 'first'))}, ${most - before} MB more memory. A roll-up meanwhile took ${ms(waited)}, the bare one ` +
      `during COPY ${ms(bareWaited)} (${round(waited / bareWaited)}×, at most 4×). At rest ${rss(api)} MB.`,
  );
}

interface Exported {
  readonly took: number;
  readonly first: number;
  /** What half of the roll-ups asked for during a second export waited at most. */
  readonly waited: number;
}

async function exportedOnce(file: Asked, rollUp: Asked, watch?: () => void): Promise<Exported> {
  const [took, first] = await timed(() => ask(file));
  let over = false;
  const exporting = ask(file).finally(() => (over = true));
  const waits: number[] = [];
  while (!over) {
    waits.push((await timed(() => ask(rollUp)))[0]);
    watch?.();
  }
  await exporting;
  return { took, first, waited: middle(waits) };
}

function middle(all: readonly number[]): number {
  return all.toSorted((a, b) => a - b)[all.length >> 1]!;
}

async function timed<T>(work: () => Promise<T>): Promise<[ms: number, result: T]> {
  const begin = performance.now();
  const result = await work();
  return [performance.now() - begin, result];
}

async function started(script: URL, env: Record<string, string>): Promise<ChildProcess> {
  // What it logs is not what is measured.
  const child = fork(fileURLToPath(script), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, ...env },
  });
  await once(child, 'message');
  return child;
}

/** Resident memory in MB, where the machine tells. */
function rss({ pid }: ChildProcess): number {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kilobytes) / 1024);
}

function round(value: number): string {
  return value.toFixed(value < 10 ? 1 : 0);
}

function ms(value: number): string {
  return `${round(value)} ms`;
}
