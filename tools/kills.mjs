import { run, setUp } from './set-up.mjs';

setUp();
run('tools/test/kills.ts', process.argv.slice(2));
