import { appendFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** A process that does as it is told. */
const [told, file] = process.argv.slice(2);
if (told === 'copy') process.stdin.pipe(process.stdout);
if (told === 'complain') throw new Error('It does not add up');
if (told === 'find-no-database') process.exit(75);
if (told === 'be-killed') process.kill(process.pid, 'SIGKILL');
if (told === 'stay') setInterval(() => undefined, 60_000);
if (told === 'log') {
  appendFileSync(file!, '+');
  await wait(200);
  appendFileSync(file!, '-');
}
