import { setImmediate as turnOfOthers } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import type { Limits } from './limits.js';
import { WorkbookError, broken } from './workbook-error.js';
import { type ZipDirectory, type ZipPart, readDirectory } from './zip-directory.js';

/** 1 January 1980. */
export const firstDay = 0x0021;
const pieceBytes = 64 * 1024;

/** The parts of a zip, found whatever their case. Each is inflated piece by piece, and counted as it comes out. */
export class Archive {
  /** Bytes that have come out so far, of all parts. */
  inflated = 0;

  private constructor(
    private readonly directory: ZipDirectory,
    private readonly limits: Limits,
  ) {}

  /** @throws WorkbookError where the bytes are no zip that can be trusted. */
  static async open(bytes: Uint8Array, limits: Limits): Promise<Archive> {
    return new Archive(await readDirectory(bytes, limits), limits);
  }

  get names(): readonly string[] {
    return [...this.directory.parts.values()].map(({ name }) => name);
  }

  /** Whether every part bears the first day that a zip can say, and no other time. */
  get timeless(): boolean {
    return [...this.directory.parts.values()].every(
      ({ entry }) =>
        entry.lastModFileDate === firstDay && entry.lastModFileTime === 0 && entry.extraFieldRaw.length === 0,
    );
  }

  has(name: string): boolean {
    return this.directory.parts.has(name.toLowerCase());
  }

  /**
   * Hands out a part piece by piece, so that others have their turn in between.
   * @throws WorkbookError where it is missing, damaged or grows past a limit.
   */
  async *read(name: string): AsyncGenerator<Uint8Array> {
    const part = this.directory.parts.get(name.toLowerCase());
    if (!part) throw broken();
    let size = 0;
    let crc = 0;
    for await (const piece of this.inflate(part)) {
      size += piece.length;
      this.inflated += piece.length;
      this.refuseLarge(part, size);
      crc = crc32(piece, crc);
      yield piece;
      await turnOfOthers();
    }
    if (crc !== part.entry.crc32) throw broken();
  }

  private async *inflate({ entry }: ZipPart): AsyncGenerator<Uint8Array> {
    try {
      const pieces: AsyncIterable<Uint8Array> = await this.directory.zip.openReadStreamPromise(entry);
      // What is not packed comes in one.
      for await (const piece of pieces)
        for (let at = 0; at < piece.length; at += pieceBytes) yield piece.subarray(at, at + pieceBytes);
    } catch {
      throw broken();
    }
  }

  private refuseLarge({ name, entry }: ZipPart, size: number): void {
    const { entryBytes, bytes, ratio, ratioFrom } = this.limits;
    const likely = size <= ratioFrom || size <= entry.compressedSize * ratio;
    if (size <= entryBytes && this.inflated <= bytes && likely) return;
    throw new WorkbookError('too_large', 'The file holds far more than its size suggests', name);
  }
}
