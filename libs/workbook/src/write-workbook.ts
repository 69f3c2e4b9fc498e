import type { LaidOut } from './laid-out.js';
import { laidOutPublication } from './lay-out-publication.js';
import type { Publication } from './publication.js';
import { type Workbook, laidOutTables } from './tables.js';
import { odsParts } from './write-ods.js';
import { xlsxParts } from './write-xlsx.js';
import { type ZipPartWritten, zipped } from './zip-writer.js';

export type WorkbookFormat = 'ods' | 'xlsx';

export const workbookTypes: Readonly<Record<WorkbookFormat, string>> = {
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/**
 * Tables as a workbook that reads well aloud: each a marked table on a sheet of its own, one row of headers,
 * no merged cells, no frozen panes, no filters, no formulas. Text that looks like a formula stays text.
 * @throws WorkbookError where a spreadsheet would not take it.
 */
export async function writeWorkbook(workbook: Workbook, format: WorkbookFormat): Promise<Uint8Array> {
  return zipped(partsOf(laidOutTables(workbook), format));
}

/**
 * A cover, contents, notes and a table a sheet, as the rules that `checkWorkbook` holds files to ask.
 * @throws WorkbookError where a spreadsheet would not take it, or a rule could not be kept.
 */
export async function writePublication(
  publication: Publication,
  format: WorkbookFormat,
): Promise<Uint8Array> {
  return zipped(partsOf(laidOutPublication(publication), format));
}

/** One after the other: what comes later may depend on what was written before. */
function* partsOf(laid: LaidOut, format: WorkbookFormat): Generator<ZipPartWritten> {
  // What kind of file it is comes first and uncompressed, where others look for it.
  if (format === 'ods') yield { name: 'mimetype', pieces: [encoder.encode(workbookTypes.ods)], stored: true };
  for (const [name, xml] of format === 'ods' ? odsParts(laid) : xlsxParts(laid))
    yield { name, pieces: encoded(xml) };
}

const encoder = new TextEncoder();
const pieceLength = 256 * 1024;

/** Many short texts as few pieces. */
function* encoded(xml: Iterable<string>): Generator<Uint8Array> {
  let piece = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  for (const text of xml) {
    piece += text;
    if (piece.length < pieceLength) continue;
    yield encoder.encode(piece);
    piece = '';
  }
  yield encoder.encode(piece);
}
