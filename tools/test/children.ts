import { readFileSync, readdirSync } from 'node:fs';

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
