import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { browserPath } from './test/browser.ts';
import { type Suite, type Tally, suites } from './test/suites.ts';

/** Runs every suite, or those named, one after another, and adds them up in the last line. */
const wanted = process.argv.slice(2);
const results = 'results';
const environment = { ...process.env, CHROME_BIN: await browserPath() };

function runSuite({ name, command, counts }: Suite): Tally {
  const tally = `${results}/${name.replaceAll(' ', '-')}.json`;
  const started = Date.now();
  process.stdout.write(`\n— ${name}\n`);
  const { status } = spawnSync(process.execPath, [...command], {
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
