import { copyForCommand, run } from './set-up.mjs';

run('tools/command.ts', process.argv.slice(2), { copy: copyForCommand() });
