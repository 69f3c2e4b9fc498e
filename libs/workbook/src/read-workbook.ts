import { Archive } from './archive.js';
import { type Limits, defaultLimits } from './limits.js';
import { readOds } from './read-ods.js';
import { readXlsx } from './read-xlsx.js';
import type { SheetRead } from './sheet-read.js';
import { WorkbookError } from './workbook-error.js';

export interface ReadOptions {
  /** The sheet to read; the first that is shown unless given. */
  readonly sheet?: string;
  readonly limits?: Partial<Limits>;
}

/** A zip begins with a part, or is empty, or says that it is one of several. */
const zipMarks = [3, 5, 7].map((kind) => [0x50, 0x4b, kind, kind + 1]);
/** How Excel wrote until 2007, and wraps a workbook with a password to this day. */
const compoundMark = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Whether the first bytes are those of a workbook of any kind, so that it is no text. */
export function looksLikeWorkbook(bytes: Uint8Array): boolean {
  return isZip(bytes) || startsWith(bytes, compoundMark);
}

/**
 * Reads a sheet of an XLSX or ODS workbook as text, as a person sees it: dates as `2026-03-31`, numbers in
 * full, `TRUE` and `FALSE`, errors as `#N/A`. Programs, outside data and damage are refused, never followed.
 * @throws WorkbookError
 */
export async function readWorkbook(
  bytes: Uint8Array,
  { sheet, limits }: ReadOptions = {},
): Promise<SheetRead> {
  if (startsWith(bytes, compoundMark)) throw wrongKind(bytes);
  if (!isZip(bytes)) throw notAWorkbook();
  const all = { ...defaultLimits, ...limits };
  const archive = await Archive.open(bytes, all);
  if (archive.has('[Content_Types].xml')) return readXlsx(archive, all, sheet ?? null);
  if (archive.has('mimetype')) return readOds(archive, all, sheet ?? null);
  throw notAWorkbook();
}

function notAWorkbook(): WorkbookError {
  return new WorkbookError('not_a_workbook', 'The file is not a workbook');
}

function wrongKind(bytes: Uint8Array): WorkbookError {
  if (contains(bytes, 'EncryptedPackage'))
    return new WorkbookError('encrypted', 'The file is protected by a password');
  if (contains(bytes, 'Workbook') || contains(bytes, 'Book'))
    return new WorkbookError('old_workbook', 'The file is an old workbook (.xls). Save it as .xlsx or .ods');
  return notAWorkbook();
}

function isZip(bytes: Uint8Array): boolean {
  return zipMarks.some((mark) => startsWith(bytes, mark));
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

/** Whether a name stands among the streams of a compound file, two bytes a letter. */
function contains(bytes: Uint8Array, name: string): boolean {
  const wanted = [...name].flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(wanted[0]!); at !== -1; at = bytes.indexOf(wanted[0]!, at + 1))
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  return false;
}
