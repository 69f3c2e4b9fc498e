import { run, setUp } from './set-up.mjs';

setUp();
run('tools/command.ts', process.argv.slice(2));
