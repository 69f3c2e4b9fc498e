import { type AsyncZippable, strToU8, zip } from 'fflate';
import { odsParts } from './write-ods.js';
import { type Workbook, checkWorkbook } from './tables.js';
import { xlsxParts } from './write-xlsx.js';

export type WorkbookFormat = 'ods' | 'xlsx';

export const workbookTypes: Readonly<Record<WorkbookFormat, string>> = {
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The earliest that a zip can say, so that the same tables are the same bytes at any time. */
const mtime = '1980-01-01T00:00:00';

/**
 * Tables as a workbook that reads well aloud: each a marked table on a sheet of its own, one row of headers,
 * no merged cells, no frozen panes, no filters, no formulas. Text that looks like a formula stays text.
 * @throws WorkbookError where a spreadsheet would not take it.
 */
export async function writeWorkbook(workbook: Workbook, format: WorkbookFormat): Promise<Uint8Array> {
  checkWorkbook(workbook);
  const parts: AsyncZippable = {};
  // What kind of file it is comes first and uncompressed, where others look for it.
  if (format === 'ods') parts['mimetype'] = [strToU8(workbookTypes.ods), { level: 0 }];
  for (const [name, text] of format === 'ods' ? odsParts(workbook) : xlsxParts(workbook))
    parts[name] = strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`);
  return new Promise((written, failed) =>
    zip(parts, { mtime }, (error, bytes) => (error ? failed(error) : written(bytes))),
  );
}
