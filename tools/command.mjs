import { run, setUp } from './set-up.mjs';

setUp({ quiet: true });
run('tools/command.ts', process.argv.slice(2));
