import { deserialize } from 'node:v8';
import type { ColumnChoice, ImportColumn, ImportKind } from '@headway/contract';
import { HeadwayProblem } from '@headway/domain';
import { ProcessFailed, type ProcessLimits, outputOf } from '../platform/process.js';
import { unreadable } from './decode.js';
import type { ProblemCounts } from './findings.js';
import type { Remembered } from './headings.js';
import type { BarriersFile } from './read-barriers.js';
import type { ReadFile } from './read-rows.js';

/** How a file is to be read. */
export interface Question {
  readonly kind: ImportKind;
  readonly columns?: ColumnChoice | undefined;
  readonly remembered?: readonly (readonly [heading: string, column: ImportColumn | null])[];
}

/** A file as read, with its first findings, and how many there were in all. */
export type Found<F> = F & { readonly found: ProblemCounts };

/** What is in a file, or why it cannot be read at all. */
export type Answer =
  | { readonly file: Found<ReadFile | BarriersFile> }
  | { readonly problem: Pick<HeadwayProblem, 'code' | 'detail' | 'errors'> };

const program = new URL('./read-file.process.js', import.meta.url);
/** Several times what the largest files take that an import accepts, on a busy machine. */
const usual: ProcessLimits = { time: 30_000, memory: 512, environment: {} };

/** A file of services as read in a process of its own. @throws 422 where it cannot be read. */
export async function readServicesFile(
  bytes: Buffer,
  columns: ColumnChoice | undefined,
  remembered: Remembered,
  limits = usual,
): Promise<Found<ReadFile>> {
  const question = { kind: 'services', columns, remembered: [...remembered] } as const;
  return (await read(question, bytes, limits)) as Found<ReadFile>;
}

/** A file of barriers as read in a process of its own. @throws 422 where it cannot be read. */
export async function readBarriersFile(bytes: Buffer): Promise<Found<BarriersFile>> {
  return (await read({ kind: 'barriers' }, bytes, usual)) as Found<BarriersFile>;
}

/** What a stranger wrote is taken apart where it can take neither the time nor the memory of anybody else. */
async function read(question: Question, bytes: Buffer, limits: ProcessLimits) {
  const answer = await outputOf(program, [], [`${JSON.stringify(question)}\n`, bytes], limits).catch(
    (error: unknown) => {
      if (error instanceof ProcessFailed && error.why !== 'failed') throw tooComplex(error.why);
      throw error;
    },
  );
  const told = deserialize(answer) as Answer;
  if ('file' in told) return told.file;
  const { code, detail, errors } = told.problem;
  throw new HeadwayProblem(code, detail, errors);
}

function tooComplex(why: 'time' | 'memory'): HeadwayProblem {
  const what = why === 'time' ? 'takes too long' : 'takes too much memory';
  return unreadable(
    'file_too_complex',
    `The file ${what} to read. Copy the cells that you need into a new spreadsheet, or split it`,
  );
}
