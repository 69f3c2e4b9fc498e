import { run, setUp } from './set-up.mjs';

setUp();
run('tools/start.ts');
