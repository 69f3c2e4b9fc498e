import { writeFileSync } from 'node:fs';
import Jasmine from 'jasmine';

/** Runs the spec files that match, in random order, and writes how many passed and failed. */
const runner = new Jasmine({ projectBaseDir: process.cwd() });
runner.loadConfig({ spec_dir: '.', spec_files: process.argv.slice(2), random: true });
runner.exitOnCompletion = false;
// A busy machine is no failure: only what never ends is.
(runner.jasmine as unknown as { DEFAULT_TIMEOUT_INTERVAL: number }).DEFAULT_TIMEOUT_INTERVAL = 60_000;
const tally = { passed: 0, failed: 0 };
runner.addReporter({
  specDone({ status }: { status: string }) {
    if (status === 'passed') tally.passed++;
    else if (status !== 'excluded') tally.failed++;
  },
});
const { overallStatus } = await runner.execute();
const file = process.env['TALLY'];
if (file) writeFileSync(file, JSON.stringify(tally));
process.exit(overallStatus === 'passed' ? 0 : 1);
