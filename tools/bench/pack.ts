import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { londonDate, packFormats, quarterBefore, quarterOn } from '../../libs/domain/dist/index.js';
import { person, testApp } from '../../apps/api/dist/testing/app.js';
import { close } from '../../apps/api/dist/review/review.fixture.js';
import { Snapshots } from '../../apps/api/dist/review/snapshots.service.js';
import { load } from './load.ts';

/**
 * The review pack of a closed quarter in every form: how long each takes, and how much memory the process and what it
 * starts need at most meanwhile. Takes the number of services, 10,000 unless given.
 */
const services = Number(process.argv[2] ?? 10_000);
const quarter = quarterBefore(quarterOn(londonDate(new Date()))).id;

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Resident memory in MB of this process and all that it has started. */
function resident(): number {
  const lines = execFileSync('ps', ['-e', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' }).trim().split('\n');
  const all = lines.map((line) => line.trim().split(/\s+/).map(Number) as [number, number, number]);
  const mine = new Set([process.pid]);
  for (const [pid, parent] of all.toSorted(([a], [b]) => a - b)) if (mine.has(parent)) mine.add(pid);
  return all.reduce((sum, [pid, , rss]) => (mine.has(pid) ? sum + rss : sum), 0) / 1024;
}

/** Processor seconds of this process and of those that it has started and that have ended, from Linux. */
function processor(): number {
  const fields = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / 100;
}

/** Seconds that something takes, of the clock and of processors, and the most memory meanwhile, looked at ten times a second. */
async function measured<T>(work: () => Promise<T>) {
  let most = resident();
  const looking = setInterval(() => (most = Math.max(most, resident())), 100);
  const [started, worked] = [performance.now(), processor()];
  const answer = await work();
  clearInterval(looking);
  const seconds = (performance.now() - started) / 1000;
  return { seconds, processor: processor() - worked, most: Math.max(most, resident()), answer };
}

const headway = await testApp();
const token = await person(headway.source, 'oversight');
await person(headway.source, 'admin');
await load(headway.source, services);
const organisations: { slug: string }[] = await headway.source.query(
  'SELECT slug FROM organisation WHERE parent_id IS NULL',
);
await close(headway.source, quarter, {
  returns: organisations.map(({ slug }) => ({ organisation: slug, state: 'signed_off' as const })),
});
say(`\n## The review of ${services.toLocaleString('en-GB')} services\n`);
say(`Before: ${Math.round(resident())} MB in memory.\n`);
say(
  '| form | seconds | of processors, without the database | MB of the file | most MB in memory | MB after |',
);
say('|---|---|---|---|---|---|');
const round = (value: number) => Math.round(value * 10) / 10;
const row = (name: string, of: Omit<Awaited<ReturnType<typeof measured>>, 'answer'>, bytes: number) =>
  say(
    `| ${name} | ${round(of.seconds)} | ${round(of.processor)} | ${round(bytes / 1e6)} | ${Math.round(of.most)} | ${Math.round(resident())} |`,
  );
const frozen = await measured(() => headway.app.get(Snapshots).frozen(quarter));
row('snapshot', frozen, frozen.answer.bytes.length);
let [seconds, work] = [frozen.seconds, frozen.processor];
for (const format of packFormats) {
  const made = await measured(() =>
    headway.ask('GET', `/api/quarters/${quarter}/review.${format}`, { token }),
  );
  if (made.answer.statusCode !== 200) throw new Error(made.answer.body);
  [seconds, work] = [seconds + made.seconds, work + made.processor];
  row(format, made, made.answer.rawPayload.length);
}
const page = await measured(() => headway.ask('GET', `/api/quarters/${quarter}/review`, { token }));
row('page', page, page.answer.rawPayload.length);
say(`\nAll forms in ${round(seconds)} s, ${round(work)} s of processors.`);
await headway.close();
