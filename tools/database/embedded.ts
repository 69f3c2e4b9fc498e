import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { alone } from './alone.ts';
import { placeOf } from './place.ts';
import { clearAwayAfter, lastPort, postmasterIn, stopped } from './postmaster.ts';
import type { RunAs } from './unprivileged.ts';

export interface Database {
  readonly url: string;
  /** Stops the server, unless somebody else still uses it. */
  release(): Promise<void>;
}

const longestStart = 60_000;

/**
 * PostgreSQL 18 from the npm packages, at home in a folder. A server that already runs there, left by
 * a process that was killed or kept by another one, is used as it is; whoever leaves last stops it. Asked
 * again after the server has died, it starts another, on the same port where that is still free.
 */
export async function embeddedDatabase(
  folder: string,
  say: (text: string) => void,
  stop?: AbortSignal,
): Promise<Database> {
  mkdirSync(resolve(folder), { recursive: true });
  const { home, bin, as } = await placeOf(resolve(folder));
  const data = join(home, 'postgres');
  const password = passwordIn(home);
  const url = (port: number) => `postgres://headway:${password}@127.0.0.1:${port}/postgres`;
  return alone(`${data}.starting`, async () => {
    if (!existsSync(join(data, 'PG_VERSION'))) {
      say('Making a database …');
      initialise(bin, data, password, as);
    }
    let server: Started | null = null;
    if (!postmasterIn(data)) {
      await clearAwayAfter(data);
      const last = lastPort(data);
      const port = last && (await isFree(last)) ? last : await freePort();
      say('Starting PostgreSQL …');
      server = start(bin, data, port, as);
    }
    const address = await answering(data, url, server, stop).catch(async (error: unknown) => {
      if (server) await stopped(data);
      throw error;
    });
    return { url: address, release: () => release(address, data) };
  });
}

function passwordIn(home: string): string {
  const file = join(home, 'password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

function initialise(bin: string, data: string, password: string, as: RunAs): void {
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data, { mode: 0o700 });
  const passwordFile = `${data}.password`;
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (as.owner !== null) for (const path of [data, passwordFile]) chownSync(path, as.owner, as.owner);
  const [command, args, options] = as.command(join(bin, 'initdb'), [
    ...['-D', data, '--username=headway', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'],
    ...['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=en-GB', '--locale=C', '--no-instructions'],
  ]);
  const made = spawnSync(command, args, { cwd: '/', uid: options.uid, gid: options.gid, encoding: 'utf8' });
  rmSync(passwordFile);
  if (made.status === 0) return;
  rmSync(data, { recursive: true, force: true });
  throw new Error(`The database could not be made: ${made.error?.message ?? made.stderr}`);
}

/** A port of loopback that nothing listens on just now. */
export function freePort(wanted = 0): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer().once('error', failed);
    server.listen(wanted, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => found(port));
    });
  });
}

function isFree(port: number): Promise<boolean> {
  return freePort(port).then(
    () => true,
    () => false,
  );
}

const logOf = (data: string) => `${data}.log`;

interface Started {
  hasEnded: boolean;
}

function start(bin: string, data: string, port: number, as: RunAs): Started {
  if (as.owner !== null && statSync(data).uid !== as.owner)
    spawnSync('chown', ['-R', `${as.owner}:${as.owner}`, data]);
  const [command, args, options] = as.command(join(bin, 'postgres'), [
    ...['-D', data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1'],
    ...['-c', 'unix_socket_directories=', '-c', 'max_connections=60'],
  ]);
  // Detached, so that Ctrl-C reaches those who use the server first and the server last.
  const file = openSync(logOf(data), 'a');
  const server: ChildProcess = spawn(command, args, {
    ...options,
    detached: true,
    stdio: ['ignore', file, file],
    cwd: '/',
  });
  closeSync(file);
  const started = { hasEnded: false };
  for (const end of ['exit', 'error']) server.once(end, () => (started.hasEnded = true));
  server.unref();
  return started;
}

/** Where the server of a folder answers, once it does: it may be starting, or recovering from a process that was killed. */
async function answering(
  data: string,
  url: (port: number) => string,
  server: Started | null,
  stop?: AbortSignal,
): Promise<string> {
  for (
    const began = Date.now();
    Date.now() - began < longestStart;
    await wait(50, undefined, { signal: stop })
  ) {
    const running = postmasterIn(data);
    if (running?.port && (await answers(url(running.port)))) return url(running.port);
    if (server ? server.hasEnded : !running) break;
  }
  throw new Error(`PostgreSQL did not start. What it said is in ${logOf(data)}.`);
}

async function answers(url: string): Promise<boolean> {
  const client = newClient(url);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

function newClient(url: string): pg.Client {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 2_000,
    query_timeout: 5_000,
  });
  // What goes wrong is told to whoever connects or asks.
  return client.on('error', () => undefined);
}

async function release(url: string, data: string): Promise<void> {
  if (!(await usedByOthers(url))) await stopped(data);
}

async function usedByOthers(url: string): Promise<boolean> {
  const client = newClient(url);
  try {
    await client.connect();
    const { rows } = await client.query(
      `SELECT FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`,
    );
    return rows.length > 0;
  } catch (error) {
    // So many that no more are let in.
    return (error as { code?: string }).code === '53300';
  } finally {
    await client.end().catch(() => undefined);
  }
}
