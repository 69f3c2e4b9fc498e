import { existsSync, globSync, writeFileSync } from 'node:fs';
import Jasmine from 'jasmine';
import { seedOf } from './seed.ts';

/**
 * Runs the spec files that match, in random order, and writes how many passed and failed.
 * `--seed=N` runs them in the order that a run with that seed had.
 */
const { seed, others: files } = seedOf(process.argv.slice(2));
const runner = new Jasmine({ projectBaseDir: process.cwd() });
/** What an earlier build left of a spec that is gone since is no spec. */
const isStale = (file: string) =>
  file.includes('/dist/') && !existsSync(file.replace('/dist/', '/src/').replace(/\.js$/, '.ts'));
const left = globSync('{apps,libs}/*/dist/**/*.spec.js').filter(isStale);
runner.loadConfig({
  spec_dir: '.',
  spec_files: [...files, ...left.map((file) => `!${file}`)],
  random: true,
});
runner.seed(seed);
runner.exitOnCompletion = false;
// A busy machine is no failure: only what never ends is.
(runner.jasmine as unknown as { DEFAULT_TIMEOUT_INTERVAL: number }).DEFAULT_TIMEOUT_INTERVAL = 60_000;
const tally = { passed: 0, failed: 0 };
runner.addReporter({
  specDone({ status }: { status: string }) {
    if (status === 'passed') tally.passed++;
    // One that is pending has said what it needs and this system has not.
    else if (status !== 'excluded' && status !== 'pending') tally.failed++;
  },
});
const { overallStatus } = await runner.execute();
const file = process.env['TALLY'];
if (file) writeFileSync(file, JSON.stringify(tally));
process.exit(overallStatus === 'passed' ? 0 : 1);
