import { readFileSync, readdirSync } from 'node:fs';

/** Seconds of the clock and of processors, and the most MB in memory meanwhile: of a process, and of those it starts. */
export interface Watched<T> {
  readonly answer: T;
  readonly seconds: number;
  readonly processor: number;
  readonly own: number;
  /** Of the largest that it started; 0 where it started none. */
  readonly started: number;
  /** Of it and all that it started at one time; files that they share, like the program of Node.js, count once. */
  readonly together: number;
}

/** Watches a process while something is done by it, fifty times a second, by what Linux tells of processes. */
export async function watched<T>(pid: number, work: () => Promise<T>): Promise<Watched<T>> {
  let [own, started, together] = [0, 0, 0];
  const look = () => {
    const below = startedBy(pid);
    own = Math.max(own, memory(pid, 'VmRSS'));
    // What it had at most is remembered by the process itself, so a peak between two looks is not missed.
    started = Math.max(started, ...below.map((one) => memory(one, 'VmHWM')));
    const all = [pid, ...below];
    const shared = Math.max(...all.map((one) => memory(one, 'RssFile')));
    together = Math.max(
      together,
      all.reduce((sum, one) => sum + memory(one, 'RssAnon'), shared),
    );
  };
  look();
  const looking = setInterval(look, 20);
  const [clock, worked] = [performance.now(), processor(pid)];
  try {
    const answer = await work();
    const seconds = (performance.now() - clock) / 1000;
    look();
    return { answer, seconds, processor: processor(pid) - worked, own, started, together };
  } finally {
    clearInterval(looking);
  }
}

/**
 * MB that a process has in memory now (`VmRSS`, of which `RssAnon` its own and `RssFile` of files) or had at most
 * (`VmHWM`); 0 where it has ended.
 */
export function memory(pid: number, which: 'VmRSS' | 'VmHWM' | 'RssAnon' | 'RssFile'): number {
  const [, found = '0'] = new RegExp(`${which}:\\s*(\\d+)`).exec(read(pid, 'status')) ?? [];
  return Number(found) / 1024;
}

/** Seconds of it, and of those that it started and that have ended. */
function processor(pid: number): number {
  return (
    stat(pid)
      .slice(11, 15)
      .reduce((sum, ticks) => sum + Number(ticks), 0) / 100
  );
}

function startedBy(pid: number): number[] {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), Number(stat(Number(name))[1])]),
  );
  const below = (one: number): number[] =>
    [...parents].filter(([, parent]) => parent === one).flatMap(([child]) => [child, ...below(child)]);
  return below(pid);
}

/** Fields of `/proc/<pid>/stat` after the name, which may have spaces: state, parent and so on. */
function stat(pid: number): string[] {
  return read(pid, 'stat')
    .replace(/^.*\) /s, '')
    .split(' ');
}

function read(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
