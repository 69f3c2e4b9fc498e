import { run, setUp } from './set-up.mjs';

setUp({ quiet: true });
run('tools/test/with-database.ts', ['tools/bench/pack.ts', ...process.argv.slice(2)]);
