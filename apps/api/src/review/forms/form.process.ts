import { buffer } from 'node:stream/consumers';
import { type MadeFormat, makeForm } from './make-form.js';

/** The process that `formInProcess` starts: snapshots in, one after the other, a file out. */
const [format, sha256, length] = process.argv.slice(2) as [MadeFormat | 'page', string, string];
const given = await buffer(process.stdin);
const [snapshot, before] = [given.subarray(0, Number(length)), given.subarray(Number(length))];
process.stdout.end(await makeForm(format, { snapshot, sha256, before: before.length > 0 ? before : null }));
