import { existsSync, readFileSync, readdirSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

const pidFile = (data: string) => join(data, 'postmaster.pid');
const longestStop = 20_000;

/** The server that runs in a data folder; null where none does, whatever one that was killed has left there. */
export function postmasterIn(data: string): Postmaster | null {
  if (!existsSync(pidFile(data))) return null;
  const [pid, , , port] = readFileSync(pidFile(data), 'utf8').split('\n').map(Number);
  return pid && isPostmaster(pid, data) ? { pid, port: port || 0 } : null;
}

/** The number of a process that was killed may by now be somebody else's. */
function isPostmaster(pid: number, data: string): boolean {
  if (process.platform === 'linux') return read(`/proc/${pid}/cmdline`).split('\0').includes(data);
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** The port that the folder's last server was started on. */
export function lastPort(data: string): number | null {
  const [, port] = /"-p" "(\d+)"/.exec(read(join(data, 'postmaster.opts'))) ?? [];
  return port ? Number(port) : null;
}

/**
 * Ends what a killed server has left: its processes end by themselves, but one in the middle of a statement only after
 * that, and no new server may start meanwhile. Then nothing in the folder says that one runs.
 */
export async function clearAwayAfter(data: string): Promise<void> {
  for (const started = Date.now(); Date.now() - started < longestStop; await wait(20)) {
    const left = processesIn(data);
    if (left.length === 0) break;
    for (const pid of left) end(pid, 'SIGKILL');
  }
  rmSync(pidFile(data), { force: true });
}

/** Processes of PostgreSQL at home in a data folder, as far as Linux lets them be seen. */
function processesIn(data: string): number[] {
  if (process.platform !== 'linux') return [];
  const home = realpathSync(data);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => read(`/proc/${pid}/comm`).startsWith('postgres') && folderOf(pid) === home)
    .map(Number);
}

function folderOf(pid: string): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}

/** Asks the server in a folder to stop, and waits until it has. */
export async function stopped(data: string): Promise<void> {
  const running = postmasterIn(data);
  if (!running) return;
  end(running.pid, 'SIGINT');
  for (const asked = Date.now(); postmasterIn(data) && Date.now() - asked < longestStop;) await wait(50);
}

function end(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    // It has ended already.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
