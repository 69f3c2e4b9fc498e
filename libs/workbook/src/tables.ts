import type { LaidCell, LaidOut, LaidSheet } from './laid-out.js';
import { mustBeNamed, mustDiffer } from './names.js';
import { refused } from './texts.js';
import { dateSerial } from './values.js';

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

const widths: Readonly<Record<ColumnType, number>> = { text: 30, number: 16, date: 14 };

/** Each table from the first cell of its sheet on. @throws WorkbookError where a spreadsheet would not take it. */
export function laidOutTables({ title, language, sheets }: Workbook): LaidOut {
  mustBeNamed(language, sheets);
  return { title, language, sheets: sheets.map(sheetOf) };
}

function sheetOf({ name, table }: Sheet): LaidSheet {
  mustBeTable(table, name);
  const { columns, rows } = table;
  return {
    name,
    widths: columns.map(({ type, width }) => width ?? widths[type]),
    lines: [],
    table: {
      name: table.name,
      headers: columns.map(({ header }) => ({ value: header, style: 'header' })),
      rows: rows.length,
      row: (index) => rows[index]!.map((cell, column) => cellOf(cell, columns[column]!)),
    },
  };
}

function cellOf(cell: Cell, { type }: Column): LaidCell {
  if (typeof cell === 'number') return { value: cell, style: Number.isInteger(cell) ? 'whole' : 'number' };
  const dated = type === 'date' && cell !== null && dateSerial(cell) !== null;
  return { value: cell, style: dated ? 'date' : 'text' };
}

function mustBeTable({ columns, rows }: Table, sheet: string): void {
  const headers = columns.map(({ header }) => header);
  if (headers.length === 0 || headers.some((header) => header.trim() === '' || /[\r\n]/.test(header)))
    throw refused('Every column needs a header, on one line', sheet);
  mustDiffer(headers);
  const wrong = rows.findIndex((row) => row.length !== columns.length);
  if (wrong !== -1) throw refused('A row is not as wide as its table', `${sheet}, row ${wrong + 2}`);
}
