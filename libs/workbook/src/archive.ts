import { crc32 } from './crc.js';
import type { Limits } from './limits.js';
import { WorkbookError } from './workbook-error.js';
import { type ZipEntry, broken, readDirectory } from './zip-directory.js';

/** The parts of a zip, found whatever their case. Each is inflated piece by piece, and counted as it comes out. */
export class Archive {
  private readonly entries: ReadonlyMap<string, ZipEntry>;
  /** Bytes that have come out so far, of all parts. */
  inflated = 0;

  /** @throws WorkbookError where the bytes are no zip that can be trusted. */
  constructor(
    private readonly bytes: Uint8Array,
    private readonly limits: Limits,
  ) {
    this.entries = readDirectory(bytes, limits);
  }

  get names(): readonly string[] {
    return [...this.entries.values()].map(({ name }) => name);
  }

  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  /**
   * Hands out a part piece by piece, so that others have their turn in between.
   * @throws WorkbookError where it is missing, damaged or grows past a limit.
   */
  async *read(name: string): AsyncGenerator<Uint8Array> {
    const entry = this.entries.get(name.toLowerCase());
    if (!entry) throw broken();
    let size = 0;
    let crc = 0;
    for await (const piece of this.inflate(entry)) {
      size += piece.length;
      this.inflated += piece.length;
      this.refuseLarge(entry, size);
      crc = crc32(piece, crc);
      yield piece;
    }
    if (crc !== entry.crc) throw broken();
  }

  private async *inflate({ method, start, packed }: ZipEntry): AsyncGenerator<Uint8Array> {
    const bytes = this.bytes.subarray(start, start + packed) as Uint8Array<ArrayBuffer>;
    const source = new Blob([bytes]).stream();
    if (method === 'stored') return yield* source;
    try {
      yield* source.pipeThrough(new DecompressionStream('deflate-raw'));
    } catch {
      throw broken();
    }
  }

  private refuseLarge({ name, packed }: ZipEntry, size: number): void {
    const { entryBytes, bytes, ratio, ratioFrom } = this.limits;
    if (size <= entryBytes && this.inflated <= bytes && (size <= ratioFrom || size <= packed * ratio)) return;
    throw new WorkbookError('too_large', 'The file holds far more than its size suggests', name);
  }
}
