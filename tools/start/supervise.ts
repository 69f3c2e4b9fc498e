import { setTimeout as wait } from 'node:timers/promises';
import { type ChosenDatabase, chosenDatabase } from '../database/database.ts';
import { type Api, startApi } from './api.ts';
import { BackOff } from './back-off.ts';
import { mustBeFree } from './port.mjs';
import { type Watch, watchDatabase } from './watch-database.ts';

export interface Running {
  database: ChosenDatabase;
  api: Api;
}

interface Supervised {
  readonly running: Running;
  /** Of a database that is Headway's own. */
  readonly watch: Watch | null;
  readonly port: number;
  readonly host: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly say: (text: string) => void;
  readonly stop: AbortSignal;
}

/**
 * Starts the database and the API again whenever either has gone, until it is told to stop. A database that is not
 * Headway's own is left to whoever runs it: the API connects again by itself.
 */
export async function supervise({
  running,
  watch,
  port,
  host,
  environment,
  say,
  stop,
}: Supervised): Promise<void> {
  const stopped = new Promise<void>((resolve) => stop.addEventListener('abort', () => resolve()));
  const backOff = new BackOff();
  while (!stop.aborted) {
    backOff.started();
    await Promise.race([stopped, running.api.ended, ...(watch ? [watch.lost] : [])]);
    const [what, how] = watch?.isLost
      ? ['PostgreSQL', 'broke off its connections']
      : ['Headway', await Promise.race([running.api.ended, stopped])];
    const began = Date.now();
    // Whoever was killed starts at once; who ended by itself may do so again and again.
    for (let again = running.api.hasFailed; !stop.aborted; again = true) {
      if (again) await wait(backOff.wait(), undefined, { signal: stop }).catch(() => undefined);
      try {
        watch = await bringBack();
        say(`${what} ${how}. It runs again after ${((Date.now() - began) / 1000).toFixed(1)} seconds.`);
        break;
      } catch (error) {
        if (!stop.aborted) say(`${what} ${how}, and could not be started again yet. ${messageOf(error)}`);
      }
    }
  }
  await watch?.end();

  async function bringBack(): Promise<Watch | null> {
    if (!watch || watch.isLost) {
      running.database = await chosenDatabase(() => undefined, stop);
      watch = await watchOf(running.database);
    }
    const { url } = running.database;
    if (!running.api.hasEnded && running.api.databaseUrl !== url) await running.api.stop();
    if (running.api.hasEnded) {
      await mustBeFree(port, host);
      running.api = await startApi(url, environment, say);
    }
    return watch;
  }
}

export async function watchOf({ embedded, url }: ChosenDatabase): Promise<Watch | null> {
  return embedded ? watchDatabase(url) : null;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
