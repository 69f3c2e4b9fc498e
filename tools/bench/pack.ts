import { availableParallelism, loadavg } from 'node:os';
import type { DataSource } from 'typeorm';
import { type Given, newWave } from '../../apps/api/dist/pulse/pulse.fixture.js';
import { close } from '../../apps/api/dist/review/review.fixture.js';
import { person } from '../../apps/api/dist/testing/app.js';
import { testDatabase } from '../../apps/api/dist/testing/database.js';
import {
  daysAfter,
  grades,
  londonDate,
  packFormats,
  pulseQuestionsOf,
  quarterBefore,
  quarterOn,
} from '../../libs/domain/dist/index.js';
import { ended, startedApi } from './api.ts';
import { load } from './load.ts';
import { type Watched, memory, watched } from './processes.ts';

/**
 * The review pack of a closed quarter in every form, with a pulse survey in it: how long each takes and how much memory
 * the API and what it starts need, apart from this benchmark. Takes the number of services, 10,000 unless given. On Linux.
 */
const services = Number(process.argv[2] ?? 10_000);
const today = londonDate(new Date());
const quarter = quarterBefore(quarterOn(today)).id;
const port = 3394;

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** So many people of each of the fifty organisations, of every grade, who answer everything. */
function answersOf(people: number): Given[] {
  return Array.from({ length: 50 * people }, (_, n) => ({
    organisation: `organisation-${1 + (n % 50)}`,
    grade: grades[n % grades.length]!,
    answers: Object.fromEntries(
      pulseQuestionsOf(1).map(({ id, options }, q) => [id, [options[(n * (q + 3)) % options.length]!.id]]),
    ),
  }));
}

async function closeQuarter(source: DataSource): Promise<void> {
  const organisations: { slug: string }[] = await source.query(
    'SELECT slug FROM organisation WHERE parent_id IS NULL',
  );
  await close(source, quarter, {
    returns: organisations.map(({ slug }) => ({ organisation: slug, state: 'signed_off' as const })),
  });
}

const database = await testDatabase();
const token = await person(database.source, 'oversight');
await person(database.source, 'admin');
await load(database.source, services);
for (const days of [400, 40])
  await newWave(database.source, [daysAfter(today, -days), daysAfter(today, 20 - days)], answersOf(90));
const api = await startedApi(database.url, port);
const pid = api.pid!;
await closeQuarter(database.source);

async function ask(path: string): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/quarters/${quarter}/${path}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const bytes = (await answer.arrayBuffer()).byteLength;
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return bytes;
}

const round = (value: number) => Math.round(value * 10) / 10;
function row(name: string, { seconds, processor, own, started, together, answer }: Watched<number>): void {
  const cells = [
    round(seconds),
    round(processor),
    round(answer / 1e6),
    ...[own, started, together].map(Math.round),
  ];
  say(`| ${name} | ${cells.join(' | ')} |`);
}

say(`\n## The review of ${services.toLocaleString('en-GB')} services\n`);
say(`${availableParallelism()} cores; load before: ${loadavg()[0]!.toFixed(1)}.`);
say(`The API alone before: ${Math.round(memory(pid, 'VmRSS'))} MB.\n`);
say(
  '| form | seconds | of processors, without the database | MB of the file | most MB: the API | a process of it | all at once |',
);
say('|---|---|---|---|---|---|---|');
const made: Watched<number>[] = [];
// The snapshot is made for whoever comes first; it is the JSON form itself.
for (const format of ['json', ...packFormats.filter((one) => one !== 'json')] as const) {
  made.push(await watched(pid, () => ask(`review.${format}`)));
  row(format === 'json' ? 'snapshot, as JSON' : format, made.at(-1)!);
}
row('page', await watched(pid, () => ask('review')));
const sum = (of: 'seconds' | 'processor') => round(made.reduce((all, one) => all + one[of], 0));
const most = (of: 'own' | 'together') => Math.round(Math.max(...made.map((one) => one[of])));
say(
  `\nAll forms in ${sum('seconds')} s, ${sum('processor')} s of processors; at most ${most('own')} MB for the API, ` +
    `${most('together')} MB with what it had started. Load after: ${loadavg()[0]!.toFixed(1)}.`,
);
await ended(api);
await database.drop();
