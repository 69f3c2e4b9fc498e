import { spawn } from 'node:child_process';
import { buffer, text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { HeadwayProblem } from '@headway/domain';

/** What a program of ours ends with where the database is away. */
export const unavailableExit = 75;

const twoMinutes = 120_000;
/** It ends before it would pay to let garbage lie: up to half the memory, for a third more time at most. */
const thrifty = ['--max-semi-space-size=2', '--optimize-for-size'];
/** As many as a small machine has cores. */
const mostAtOnce = 2;

let running = 0;
const waiting: (() => void)[] = [];

/** Bounds on what a program of ours may take. */
export interface ProcessLimits {
  /** In milliseconds from its start. */
  readonly time?: number;
  /** Of its heap, in megabytes. */
  readonly memory?: number;
  /** What it sees of the environment; all of ours unless given. */
  readonly environment?: NodeJS.ProcessEnv;
}

/** A program of ours that did not end well: it failed by itself, or went past its time or its memory. */
export class ProcessFailed extends Error {
  constructor(
    readonly why: 'failed' | 'time' | 'memory',
    message: string,
  ) {
    super(message);
  }
}

/**
 * What a program of ours writes, given this to read. Work that takes much memory is done so, as it is given back when
 * the process ends; and nobody waits meanwhile but for more of such work, as two are done at once. Rejects with what it
 * complained of or why it could not start, where it was killed, or when its time is up.
 */
export function inProcess(
  program: URL,
  args: readonly string[],
  given: readonly (Uint8Array | string)[],
  timeLimit = twoMinutes,
): Promise<Buffer> {
  return inTurn(() => outputOf(program, args, given, { time: timeLimit }));
}

/** Whoever is through hands the place on to who has waited longest. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running === mostAtOnce) await new Promise<void>((come) => waiting.push(come));
  else running++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}

/** As `inProcess`, but at once: whoever asks sees to it that not too many run. */
export async function outputOf(
  program: URL,
  args: readonly string[],
  given: readonly (Uint8Array | string)[],
  { time = twoMinutes, memory, environment = process.env }: ProcessLimits,
): Promise<Buffer> {
  const heap = memory === undefined ? [] : [`--max-old-space-size=${memory}`];
  const child = spawn(process.execPath, [...thrifty, ...heap, fileURLToPath(program), ...args], {
    // One pool of memory for all threads: on Linux a tenth less is taken.
    env: { ...environment, MALLOC_ARENA_MAX: '1' },
    timeout: time,
    killSignal: 'SIGKILL',
  });
  const ended = new Promise<{ code: number | null; signal: string | null }>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  // It could not start, which rejects; where no more files may be open, there is nothing to write to either.
  if (child.pid === undefined) await ended;
  child.stdin.on('error', () => undefined); // It ended before it had read all: its exit code says so.
  for (const part of given) child.stdin.write(part);
  child.stdin.end();
  const [made, problem, { code, signal }] = await Promise.all([
    buffer(child.stdout),
    text(child.stderr),
    ended,
  ]);
  if (code === 0) return made;
  if (code === unavailableExit)
    throw new HeadwayProblem('unavailable', undefined, undefined, { 'Retry-After': '5' });
  const end = signal ? `It was killed by ${signal}` : `It ended with ${code}`;
  throw new ProcessFailed(
    child.killed ? 'time' : ranOut(code, signal, problem) ? 'memory' : 'failed',
    `${child.killed ? 'It took too long' : end}. ${problem.trim()}`.trim(),
  );
}

/** V8 aborts where its heap is full, and Linux kills what takes the memory that others need. */
function ranOut(code: number | null, signal: string | null, problem: string): boolean {
  return signal === 'SIGABRT' || signal === 'SIGKILL' || code === 134 || /out of memory/i.test(problem);
}
