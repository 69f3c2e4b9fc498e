import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { browserPath } from './browser.ts';
import { seedOf } from './seed.ts';
import type { Tally } from './suites.ts';

/** Runs the specs of pages and components in a real browser, project by project, and adds them up. */
const { seed, others } = seedOf(process.argv.slice(2));
const file = process.env['TALLY'] ?? 'results/components.json';
const folder = dirname(file);
const parts = () => readdirSync(folder).filter((name) => name.startsWith(`${basename(file)}.`));

mkdirSync(folder, { recursive: true });
process.stdout.write(`Specs in the order of seed ${seed} (npm test -- components --seed=${seed})\n`);
for (const part of parts()) rmSync(join(folder, part));
const nx = ['node_modules/nx/dist/bin/nx.js', 'run-many', '-t', 'test', '--parallel=1', '--skip-nx-cache'];
const { status } = spawnSync(process.execPath, [...nx, '--output-style=stream', ...others], {
  stdio: ['ignore', 'inherit', 'inherit'],
  env: {
    ...process.env,
    CHROME_BIN: await browserPath(),
    TALLY: resolve(file),
    SEED: String(seed),
  },
});
const tallies = parts().map((part) => JSON.parse(readFileSync(join(folder, part), 'utf8')) as Tally);
const sum = (key: keyof Tally) => tallies.reduce((total, tally) => total + tally[key], 0);
writeFileSync(file, JSON.stringify({ passed: sum('passed'), failed: sum('failed') }));
process.exitCode = status ?? 1;
