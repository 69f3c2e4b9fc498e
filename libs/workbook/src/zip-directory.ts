import { type Entry, type ZipFile, fromBufferPromise, getFileNameLowLevel, validateFileName } from 'yauzl';
import type { Limits } from './limits.js';
import { WorkbookError, broken } from './workbook-error.js';

/** A zip, and its parts by name in lower case. */
export interface ZipDirectory {
  readonly zip: ZipFile;
  readonly parts: ReadonlyMap<string, ZipPart>;
}

export interface ZipPart {
  readonly name: string;
  readonly entry: Entry;
}

/**
 * The parts of a zip, from the directory at its end, each checked against its own header.
 * @throws WorkbookError where it is damaged, encrypted, or no honest zip at all.
 */
export async function readDirectory(bytes: Uint8Array, limits: Limits): Promise<ZipDirectory> {
  const zip = await opened(bytes);
  if (zip.entryCount > limits.entries)
    throw new WorkbookError('unsafe', `The file holds more than ${limits.entries} parts`);
  const parts = new Map<string, ZipPart>();
  for (const entry of await entriesOf(zip)) {
    const name = nameOf(entry, entry.fileNameRaw);
    if (entry.isEncrypted()) throw encrypted(name);
    if (!entry.canDecodeFileData()) throw broken();
    // A zip whose two lists differ shows different files to different programs.
    if (nameOf(entry, await nameInPlace(zip, entry)) !== name) throw broken();
    const key = name.toLowerCase();
    if (parts.has(key)) throw new WorkbookError('unsafe', 'The file holds one part twice', name);
    parts.set(key, { name, entry });
  }
  return { zip, parts };
}

/** Names are read here, so that one that leaves the file is told from damage; sizes are counted, never believed. */
async function opened({ buffer, byteOffset, byteLength }: Uint8Array): Promise<ZipFile> {
  const options = { decodeStrings: false, validateEntrySizes: false };
  try {
    return await fromBufferPromise(Buffer.from(buffer, byteOffset, byteLength), options);
  } catch {
    throw broken();
  }
}

async function entriesOf(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) entries.push(entry);
  } catch (error) {
    throw /strong encryption/.test(String(error)) ? encrypted() : broken();
  }
  return entries;
}

async function nameInPlace(zip: ZipFile, entry: Entry): Promise<Buffer> {
  try {
    return (await zip.readLocalFileHeaderPromise(entry)).fileName;
  } catch {
    throw broken();
  }
}

/** Another name in the extra fields is passed over, as spreadsheets do: a part has one name. */
function nameOf({ generalPurposeBitFlag }: Entry, raw: Buffer): string {
  const name = getFileNameLowLevel(generalPurposeBitFlag, raw, [], true);
  if (validateFileName(name) !== null || name.includes('\0') || name.split('/').includes('.'))
    throw new WorkbookError('unsafe', 'A part of the file has a name that leaves the file', name);
  return name;
}

function encrypted(where?: string): WorkbookError {
  return new WorkbookError('encrypted', 'The file is protected by a password', where);
}
