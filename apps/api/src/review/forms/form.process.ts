import { buffer } from 'node:stream/consumers';
import { type MadeFormat, makeForm } from './make-form.js';

/** The process that `formInProcess` starts: snapshots in, one after the other by their lengths, a file out. */
const [format, sha256, ...lengths] = process.argv.slice(2) as [MadeFormat | 'page', string, ...string[]];
// Nothing here keeps what was read while the form is made of it: it is a good part of the memory.
process.stdout.end(
  await buffer(process.stdin).then<Uint8Array>((given) => {
    let end = 0;
    const [snapshot, ...earlier] = lengths.map((length) => given.subarray(end, (end += Number(length))));
    return makeForm(format, { snapshot: snapshot!, sha256, earlier });
  }),
);
