import { type ChildProcess, fork } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { logFile } from '../database/database.ts';

export interface Api {
  readonly databaseUrl: string;
  /** Resolves with how it ended, in words. */
  readonly ended: Promise<string>;
  readonly hasEnded: boolean;
  /** It ended by itself. */
  readonly hasFailed: boolean;
  stop(): Promise<void>;
}

const main = fileURLToPath(new URL('../../apps/api/dist/main.js', import.meta.url));
const longestStart = 60_000;
const longestStop = 15_000;

/** Starts the API and waits until it listens. @throws where it ends before, or does not in a minute. */
export async function startApi(
  databaseUrl: string,
  environment: NodeJS.ProcessEnv,
  say: (text: string) => void,
): Promise<Api> {
  const log = openLog(say);
  const child = fork(main, {
    // Its log goes to a file that outlives it; only what keeps it from starting is said here.
    stdio: ['ignore', log ?? 'ignore', 'inherit', 'ipc'],
    // Of a group of its own, so that Ctrl-C comes to it once, from here.
    detached: true,
    env: { ...process.env, ...environment, DATABASE_URL: databaseUrl },
  });
  if (log !== null) closeSync(log);
  const state = { hasEnded: false, hasFailed: false };
  const ended = endOf(child).finally(() => {
    state.hasEnded = true;
    state.hasFailed = child.signalCode === null;
  });
  const api = Object.assign(state, { databaseUrl, ended, stop: () => stop(child, ended) });
  const listens = new Promise<null>((resolve) => child.once('message', () => resolve(null)));
  const late = setTimeout(() => child.kill('SIGKILL'), longestStart);
  const failed = await Promise.race([listens, ended]).finally(() => clearTimeout(late));
  if (failed !== null) throw new Error(`It ${failed} before it served.`);
  return api;
}

function openLog(say: (text: string) => void): number | null {
  try {
    mkdirSync(dirname(logFile()), { recursive: true });
    return openSync(logFile(), 'a');
  } catch (error) {
    say(`The log ${logFile()} cannot be opened (${(error as Error).message}). Headway runs without one.`);
    return null;
  }
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(`could not be started: ${error.message}`));
    child.once('exit', (code, signal) =>
      resolve(signal ? `was ended by ${signal}` : `ended with code ${code}`),
    );
  });
}

async function stop(child: ChildProcess, ended: Promise<string>): Promise<void> {
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), longestStop);
  await ended.finally(() => clearTimeout(late));
}
