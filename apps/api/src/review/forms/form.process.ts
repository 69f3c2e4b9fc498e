import { buffer } from 'node:stream/consumers';
import { type MadeFormat, makeForm } from './make-form.js';

/** The process that `formInProcess` starts: snapshots in, one after the other, a file out. */
const [format, sha256, length] = process.argv.slice(2) as [MadeFormat | 'page', string, string];
// Nothing here keeps what was read while the form is made of it: it is a good part of the memory.
process.stdout.end(
  await buffer(process.stdin).then<Uint8Array>((given) => {
    const [snapshot, before] = [given.subarray(0, Number(length)), given.subarray(Number(length))];
    return makeForm(format, { snapshot, sha256, before: before.length > 0 ? before : null });
  }),
);
