import { openSync, writeSync } from 'node:fs';
import type { DestinationStream } from 'pino';

/** A line of a chain's head is the proof of it, so it is kept until it can be written; an older one needs no keeping. */
const mostKept = 10_000;
const tryAgainEvery = 1_000;

/**
 * A log that fails nobody. What cannot be written, as where the disk is full or nobody reads, is counted, and once
 * writing works again the log says how many lines are missing. Lines that must not be lost are written then.
 */
export class SteadyDestination implements DestinationStream {
  private lost = 0;
  private kept: string[] = [];
  private failing = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly to: DestinationStream,
    private readonly say: (text: string) => void = sayOnStandardError,
  ) {}

  write(line: string): void {
    if (!this.written(line)) this.lost++;
  }

  writeWithoutLoss(line: string): void {
    if (this.written(line)) return;
    this.kept.push(line);
    if (this.kept.length > mostKept) this.kept.shift();
  }

  private written(line: string): boolean {
    try {
      if (this.failing) this.catchUp();
      this.to.write(line);
      return true;
    } catch (error) {
      if (!this.failing) this.fail(error);
      return false;
    }
  }

  private fail(error: unknown): void {
    this.failing = true;
    this.timer ??= setInterval(() => this.written(''), tryAgainEvery).unref();
    const why = error instanceof Error ? error.message : String(error);
    this.say(`Headway cannot write its log (${why}). It goes on, and writes again when it can.\n`);
  }

  private catchUp(): void {
    const fields = {
      level: 40,
      time: new Date().toISOString(),
      lost: this.lost,
      msg: 'the log could not be written',
    };
    // What was written last may have broken off in the middle of a line.
    this.to.write(`\n${JSON.stringify(fields)}\n${this.kept.join('')}`);
    this.failing = false;
    this.lost = 0;
    this.kept = [];
    clearInterval(this.timer);
    this.timer = undefined;
  }
}

/** A file or pipe that is written before `write` returns. @throws where it cannot be written, or a pipe stays full. */
export function toDescriptor(descriptor: number): DestinationStream {
  return {
    write: (text) => {
      const bytes = Buffer.from(text);
      for (let [done, full] = [0, 0]; done < bytes.length;)
        try {
          done += writeSync(descriptor, bytes, done);
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'EAGAIN' || ++full > 10) throw error;
          Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
        }
    },
  };
}

/** A file to append to, opened by the first line. */
export function toFile(path: string): DestinationStream {
  let opened: DestinationStream | undefined;
  return { write: (text) => (opened ??= toDescriptor(openSync(path, 'a'))).write(text) };
}

function sayOnStandardError(text: string): void {
  try {
    writeSync(2, text);
  } catch {
    // Nobody is there to be told.
  }
}
