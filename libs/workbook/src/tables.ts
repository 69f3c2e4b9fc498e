import { placeOf } from './addresses.js';
import { WorkbookError } from './workbook-error.js';

export type ColumnType = 'text' | 'number' | 'date';

export interface Column {
  readonly header: string;
  readonly type: ColumnType;
  /** In characters; what suits the type unless given. */
  readonly width?: number;
}

/** Text, a number, a date as `2026-03-31` in a column of dates, or nothing. */
export type Cell = string | number | null;

/** A table of its own sheet, from its first cell on: one row of headers, and nothing else. */
export interface Table {
  /** Unique in the workbook: letters, digits and underscores, like `services`. */
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface Sheet {
  readonly name: string;
  readonly table: Table;
}

export interface Workbook {
  readonly title: string;
  /** Of the whole document, like `en-GB`. */
  readonly language: string;
  readonly sheets: readonly Sheet[];
}

export const longestCell = 32_767;
const widths: Readonly<Record<ColumnType, number>> = { text: 30, number: 16, date: 14 };

export function widthOf({ type, width }: Column): number {
  return width ?? widths[type];
}

/**
 * Text as both formats can hold it: lines end in a line feed, and what XML has no way to write is replaced.
 * @throws WorkbookError where it is longer than a cell may be.
 */
export function cellText(text: string, where: string): string {
  const clean = text
    .replace(/\r\n?/g, '\n')
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd');
  if (clean.length > longestCell) throw refused('A cell cannot hold so much text', where);
  return clean;
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => escapes[sign]!);
}

/** @throws WorkbookError where a spreadsheet would call the file damaged. */
export function checkWorkbook({ sheets, language }: Workbook): void {
  if (sheets.length === 0) throw refused('A workbook needs a sheet');
  if (!/^[a-z]{2,3}-[A-Z]{2}$/.test(language)) throw refused('A language is written like en-GB', language);
  mustDiffer(sheets.map(({ name }) => name));
  mustDiffer(sheets.map(({ table }) => table.name));
  for (const { name, table } of sheets) {
    if (!/^[^'[\]:*?/\\\n]{1,31}$/.test(name)) throw refused('A sheet cannot have this name', name);
    if (!/^[a-z_][a-z0-9_]{0,99}$/i.test(table.name) || placeOf(table.name))
      throw refused('A table cannot have this name', table.name);
    checkTable(table, name);
  }
}

function checkTable({ columns, rows }: Table, sheet: string): void {
  const headers = columns.map(({ header }) => header);
  if (headers.length === 0 || headers.some((header) => header.trim() === '' || /[\r\n]/.test(header)))
    throw refused('Every column needs a header, on one line', sheet);
  mustDiffer(headers);
  const wrong = rows.findIndex((row) => row.length !== columns.length);
  if (wrong !== -1) throw refused('A row is not as wide as its table', `${sheet}, row ${wrong + 2}`);
}

function mustDiffer(names: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name.toLowerCase())) throw refused('A name may be used once', name);
    seen.add(name.toLowerCase());
  }
}

function refused(message: string, where: string | null = null): WorkbookError {
  return new WorkbookError('cannot_be_written', message, where);
}
