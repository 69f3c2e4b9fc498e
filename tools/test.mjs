import { run, setUp } from './set-up.mjs';

setUp();
run('tools/test.ts', process.argv.slice(2));
