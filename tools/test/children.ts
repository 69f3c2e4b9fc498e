import { readFileSync, readdirSync } from 'node:fs';

/** Why processes cannot be looked for on this system; null where they can. */
export const noProcesses =
  process.platform === 'linux' ? null : 'It looks for processes in /proc, which only Linux has.';

/** Processes that another one has started, and whose command line has these words. Linux only. */
export function childrenOf(pid: number, words: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => parentOf(name) === pid && read(name, 'cmdline').includes(words))
    .map(Number);
}

function parentOf(name: string): number {
  return Number(
    read(name, 'stat')
      .replace(/^.*\) /s, '')
      .split(' ')[1],
  );
}

function read(name: string, file: string): string {
  try {
    return readFileSync(`/proc/${name}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
