import { buffer } from 'node:stream/consumers';
import { serialize } from 'node:v8';
import { HeadwayProblem } from '@headway/domain';
import { countsOf, firstOf } from './findings.js';
import { readBarriers } from './read-barriers.js';
import type { Answer, Question } from './read-in-process.js';
import { readRows } from './read-rows.js';
import { readFile } from './table.js';

/** The process that `readInProcess` starts: a question on one line and a file after it in, what is in the file out. */
const given = await buffer(process.stdin);
const end = given.indexOf('\n');
process.stdout.end(serialize(await answerTo(JSON.parse(given.toString('utf8', 0, end)) as Question)));

async function answerTo({ kind, columns, remembered }: Question): Promise<Answer> {
  try {
    const table = await readFile(given.subarray(end + 1));
    const file = kind === 'barriers' ? readBarriers(table) : readRows(table, columns, new Map(remembered));
    // As many findings as a file has cells would take long to hand over, and nobody reads them.
    return { file: { ...file, findings: firstOf(file.findings), found: countsOf(file.findings) } };
  } catch (error) {
    if (!(error instanceof HeadwayProblem)) throw error;
    const { code, detail, errors } = error;
    return { problem: { code, detail, errors } };
  }
}
