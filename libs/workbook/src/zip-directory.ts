import type { Limits } from './limits.js';
import { WorkbookError } from './workbook-error.js';

/** One file inside a zip, as the directory at its end describes it. */
export interface ZipEntry {
  readonly name: string;
  readonly method: 'stored' | 'deflated';
  readonly packed: number;
  readonly crc: number;
  /** Where its bytes begin. */
  readonly start: number;
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;
const longestComment = 0xffff;
const inExtra = 0xffffffff;

export function broken(message = 'The file is damaged. Save it again in your spreadsheet'): WorkbookError {
  return new WorkbookError('broken', message);
}

/**
 * The entries of a zip by name in lower case, from the directory at its end, each checked against its own header.
 * @throws WorkbookError where it is damaged, encrypted, or no honest zip at all.
 */
export function readDirectory(bytes: Uint8Array, limits: Limits): Map<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return entriesOf(view, limits);
  } catch (error) {
    // A number that points past the end of the file.
    if (error instanceof RangeError) throw broken();
    throw error;
  }
}

function entriesOf(view: DataView, limits: Limits): Map<string, ZipEntry> {
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  if (view.getUint16(end + 8, true) !== count || count === 0xffff) throw broken();
  if (count > limits.entries)
    throw new WorkbookError('unsafe', `The file holds more than ${limits.entries} parts`);
  const entries = new Map<string, ZipEntry>();
  let at = view.getUint32(end + 16, true);
  for (let n = 0; n < count; n++) {
    if (view.getUint32(at, true) !== entryMark) throw broken();
    const { entry, length } = entryAt(view, at);
    at += length;
    const key = entry.name.toLowerCase();
    if (entries.has(key)) throw new WorkbookError('unsafe', 'The file holds one part twice', entry.name);
    entries.set(key, entry);
  }
  return entries;
}

/** The directory's end is the last thing in a zip but for a comment. */
function endOf(view: DataView): number {
  const last = view.byteLength - 22;
  for (let at = last; at >= 0 && at >= last - longestComment; at--)
    if (view.getUint32(at, true) === endMark && view.getUint16(at + 20, true) === last - at) return at;
  throw broken();
}

function entryAt(view: DataView, at: number): { entry: ZipEntry; length: number } {
  const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
  const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
    view.getUint16(at + offset, true),
  ) as [number, number, number];
  const name = nameAt(view, at + 46, nameLength);
  if (flags & 1) throw new WorkbookError('encrypted', 'The file is protected by a password', name);
  if (method !== 0 && method !== 8) throw broken();
  const { packed, offset } = placeOf(view, at, at + 46 + nameLength, extraLength);
  if (view.getUint32(offset, true) !== localMark) throw broken();
  const localNameLength = view.getUint16(offset + 26, true);
  // A zip whose two lists differ shows different files to different programs.
  if (nameAt(view, offset + 30, localNameLength) !== name) throw broken();
  const start = offset + 30 + localNameLength + view.getUint16(offset + 28, true);
  if (start + packed > view.byteLength) throw broken();
  const crc = view.getUint32(at + 16, true);
  return {
    entry: { name, method: method === 0 ? 'stored' : 'deflated', packed, crc, start },
    length: 46 + nameLength + extraLength + commentLength,
  };
}

/** Packed size and place of an entry; some writers put both aside as for very large files (Zip64). */
function placeOf(view: DataView, at: number, extra: number, extraLength: number) {
  const fields = [24, 20, 42].map((offset) => view.getUint32(at + offset, true));
  for (let next = extra; next + 4 <= extra + extraLength; next += 4 + view.getUint16(next + 2, true)) {
    if (view.getUint16(next, true) !== 1) continue;
    let value = next + 4;
    for (const [index, field] of fields.entries()) {
      if (field !== inExtra) continue;
      fields[index] = Number(view.getBigUint64(value, true));
      value += 8;
    }
  }
  return { packed: fields[1]!, offset: fields[2]! };
}

function nameAt(view: DataView, at: number, length: number): string {
  if (at + length > view.byteLength) throw broken();
  const name = new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at, length));
  const unsafe = name.split('/').some((part) => part === '..' || part === '.');
  if (unsafe || /[\\\0]|^\/|^[a-z]:/i.test(name))
    throw new WorkbookError('unsafe', 'A part of the file has a name that leaves the file', name);
  return name;
}
