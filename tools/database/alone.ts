import { linkSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** By this process. */
const held = new Set<string>();

/** Does something while no other process does it, by a file that names who does; one that was killed is not waited for. */
export async function alone<T>(file: string, work: () => Promise<T>): Promise<T> {
  while (!taken(file)) await wait(50);
  held.add(file);
  try {
    return await work();
  } finally {
    held.delete(file);
    rmSync(file, { force: true });
  }
}

/** Nothing that is done alone takes as long; in a container, a number of a process soon comes again. */
const longest = 120_000;

function taken(file: string): boolean {
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, String(process.pid));
  try {
    linkSync(mine, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(mine, { force: true });
  }
  if (isLeft(file)) rmSync(file, { force: true });
  return false;
}

function isLeft(file: string): boolean {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    return (
      (pid === process.pid ? !held.has(file) : !isAlive(pid)) || Date.now() - statSync(file).mtimeMs > longest
    );
  } catch {
    return false; // It was given back meanwhile.
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
