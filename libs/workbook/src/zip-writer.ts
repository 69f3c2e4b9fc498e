import { setImmediate as turnOfOthers } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import { Deflate } from 'fflate';
import { firstDay } from './archive.js';

/** A part of a file: its name, and its bytes in pieces that are asked for one by one. */
export interface ZipPartWritten {
  readonly name: string;
  readonly pieces: Iterable<Uint8Array>;
  readonly stored?: true;
}

interface Packed {
  readonly name: Uint8Array;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly packed: readonly Uint8Array[];
  readonly packedSize: number;
}

const [storedMethod, deflatedMethod] = [0, 8];

/**
 * A zip that was made at midnight on its first day, so that the same parts are the same bytes at any time. Each part is packed piece by piece
 * and told its size before it, as ODF asks of its first part and a stream of
 * fflate's cannot. Others have their turn between pieces.
 */
export async function zipped(parts: Iterable<ZipPartWritten>): Promise<Uint8Array> {
  const [files, directory]: [Uint8Array[], Uint8Array[]] = [[], []];
  let offset = 0;
  for (const part of parts) {
    const packed = await pack(part);
    const header = localHeader(packed);
    files.push(header, ...packed.packed);
    directory.push(directoryEntry(packed, offset));
    offset += header.length + packed.packedSize;
  }
  return joined([...files, ...directory, directoryEnd(directory, offset)]);
}

async function pack({ name, pieces, stored }: ZipPartWritten): Promise<Packed> {
  const packed: Uint8Array[] = [];
  let [crc, size] = [0, 0];
  const deflate = new Deflate((piece) => packed.push(piece));
  for (const piece of pieces) {
    crc = crc32(piece, crc);
    size += piece.length;
    if (stored) packed.push(piece);
    else deflate.push(piece);
    await turnOfOthers();
  }
  if (!stored) deflate.push(new Uint8Array(0), true);
  const packedSize = packed.reduce((sum, { length }) => sum + length, 0);
  const method = stored ? storedMethod : deflatedMethod;
  return { name: new TextEncoder().encode(name), method, crc, size, packed, packedSize };
}

/** What stands both before a part and in the directory. */
function common({ method, crc, packedSize, size, name }: Packed): number[][] {
  return [
    two(20),
    two(0),
    two(method),
    two(0),
    two(firstDay),
    four(crc),
    four(packedSize),
    four(size),
    two(name.length),
    two(0),
  ];
}

function localHeader(part: Packed): Uint8Array {
  return record([four(0x04034b50), ...common(part), [...part.name]]);
}

function directoryEntry(part: Packed, offset: number): Uint8Array {
  return record([
    four(0x02014b50),
    two(20),
    ...common(part),
    two(0),
    two(0),
    two(0),
    four(0),
    four(offset),
    [...part.name],
  ]);
}

function directoryEnd(directory: readonly Uint8Array[], offset: number): Uint8Array {
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const count = two(directory.length);
  return record([four(0x06054b50), two(0), two(0), count, count, four(size), four(offset), two(0)]);
}

function two(value: number): number[] {
  return [value & 0xff, (value >>> 8) & 0xff];
}

function four(value: number): number[] {
  return [...two(value), ...two(value >>> 16)];
}

function record(fields: readonly (readonly number[])[]): Uint8Array {
  return Uint8Array.from(fields.flat());
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
