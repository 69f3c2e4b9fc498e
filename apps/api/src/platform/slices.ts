import { setImmediate as turn } from 'node:timers/promises';

/** A few milliseconds of work with rows of a file. */
const atOnce = 250;

/** Takes steps some at a time, so that whoever else asks for something has their turn between. */
export async function inSlices<T>(steps: Generator<void, T>): Promise<T> {
  for (let step = 1; ; step++) {
    const { done, value } = steps.next();
    if (done) return value;
    if (step % atOnce === 0) await turn();
  }
}

export function mapInSlices<T, R>(all: readonly T[], work: (one: T) => R): Promise<R[]> {
  return inSlices(
    (function* () {
      const made: R[] = [];
      for (const one of all) {
        made.push(work(one));
        yield;
      }
      return made;
    })(),
  );
}

/** A long list as JSON. */
export async function jsonInSlices(all: readonly unknown[]): Promise<string> {
  return `[${(await mapInSlices(all, (one) => JSON.stringify(one))).join(',')}]`;
}
