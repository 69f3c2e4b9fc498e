import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { onAnotherDay } from './test/another-day.ts';
import { browserPath } from './test/browser.ts';
import { seedOf } from './test/seed.ts';
import { type Suite, type Tally, suites } from './test/suites.ts';

/**
 * Runs every suite, or those named, one after another, and adds them up in the last line. The order of specs is random;
 * `--seed=N` repeats the order of the run that said so; with `--on=2028-02-29T12:00Z` all of them run as if it were then.
 */
const { seed, others } = seedOf(process.argv.slice(2));
const days = others.filter((arg) => arg.startsWith('--on=')).map((arg) => arg.slice('--on='.length));
const wanted = others.filter((arg) => !arg.startsWith('--on='));
const unknown = wanted.filter((name) => !suites.some((suite) => suite.name === name));
if (unknown.length > 0)
  throw new Error(
    `No suite is called ${unknown.join(', ')}: there is ${suites.map(({ name }) => name).join(', ')}`,
  );
const results = 'results';
const environment = {
  ...process.env,
  CHROME_BIN: await browserPath(),
  ...(days[0] ? onAnotherDay(days[0]) : {}),
};

function runSuite({ name, command, counts }: Suite): Tally {
  const tally = `${results}/${name.replaceAll(' ', '-')}.json`;
  const started = Date.now();
  process.stdout.write(`\n— ${name}${counts ? `, in the order of --seed=${seed}` : ''}\n`);
  const { status } = spawnSync(process.execPath, [...command, ...(counts ? [`--seed=${seed}`] : [])], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...environment, TALLY: tally },
  });
  const told = counts ? toldBy(tally) : { passed: Number(status === 0), failed: Number(status !== 0) };
  // A suite that ended badly without naming a failure, or that ran nothing, has failed.
  const sound = told.failed > 0 || (status === 0 && told.passed > 0);
  const result = sound ? told : { ...told, failed: 1 };
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${name}: ${result.passed} passed, ${result.failed} failed in ${seconds} s\n`);
  return result;
}

function toldBy(file: string): Tally {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Tally) : { passed: 0, failed: 0 };
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results);
const chosen = suites.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const tallies = chosen.map(runSuite);
const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
