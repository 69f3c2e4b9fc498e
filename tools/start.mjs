import { copyToRun, giveUp, run } from './set-up.mjs';
import { mustBeFree } from './start/port.mjs';

// Before anything is built for nothing.
await mustBeFree(Number(process.env.PORT ?? 3000), process.env.HOST).catch(({ message }) => giveUp(message));
run('tools/start.ts', [], { copy: copyToRun(), serves: true });
