import {
  type FormulaCells,
  type SheetRead,
  WorkbookError,
  type WorkbookFault,
  looksLikeWorkbook,
  readWorkbook,
} from '@headway/workbook';
import { mostImportCells, mostImportColumns, mostImportRows } from '@headway/domain';
import { CsvError, parse } from 'csv-parse/sync';
import { mustFit, tooManyRows } from './csv-extent.js';
import { decode, unreadable } from './decode.js';
import type { Finding } from './findings.js';

/** Rows of cells as a spreadsheet would show them; the first is the header. */
export type Table = readonly (readonly string[])[];

/** A file as a table, whatever it was. */
export interface FileTable {
  readonly rows: Table;
  /** Whether text that looks like a formula has an apostrophe before it, as CSV needs. */
  readonly apostrophes: boolean;
  readonly formulas: readonly FormulaCells[];
  readonly findings: readonly Finding[];
}

const limits = { rows: mostImportRows + 1, columns: mostImportColumns, cells: mostImportCells };

/** What is wrong with a workbook as a whole, among what may be wrong with any file. */
const codes: Partial<Readonly<Record<WorkbookFault, string>>> = {
  not_a_workbook: 'file_not_a_workbook',
  old_workbook: 'file_old_workbook',
  encrypted: 'file_encrypted',
  broken: 'file_broken',
  macros: 'file_has_macros',
  external_links: 'file_has_links',
  unsafe: 'file_unsafe',
  too_large: 'file_too_large',
  no_sheet: 'file_has_no_sheet',
};

/** Reads a file by what its bytes are, whatever they were called. @throws 422 where it cannot be read at all. */
export async function readFile(bytes: Buffer): Promise<FileTable> {
  if (looksLikeWorkbook(bytes)) return tableOf(await sheetIn(bytes));
  const { text, encoding } = decode(bytes);
  const doubt = 'The file is not UTF-8 and is read as Windows-1252. Check names with accents';
  const findings = encoding === 'windows-1252' ? [ofFile('read_as_windows_1252', doubt)] : [];
  return { rows: readCsv(text), apostrophes: true, formulas: [], findings };
}

async function sheetIn(bytes: Buffer): Promise<SheetRead> {
  try {
    return await readWorkbook(bytes, { limits });
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    throw unreadable(
      codes[error.code] ?? error.code,
      error.code === 'too_many_rows' ? tooManyRows : error.message,
    );
  }
}

function tableOf({ name, sheetNames, rows, formulas }: SheetRead): FileTable {
  mustHaveHeader(rows);
  const others = sheetNames.filter((one) => one !== name);
  const left = `Only the sheet ${name} is read, not ${others.slice(0, 5).join(', ')}${others.length > 5 ? ' and others' : ''}`;
  const findings = others.length > 0 ? [ofFile('other_sheets_left_out', left)] : [];
  return { rows, apostrophes: false, formulas, findings };
}

function ofFile(code: string, message: string): Finding {
  return { row: 1, column: null, severity: 'warning', code, message };
}

function mustHaveHeader(rows: Table): void {
  if (rows.length === 0 || rows[0]!.every((cell) => cell.trim() === ''))
    throw unreadable('header_missing', 'The first row must name the columns');
}

/** @throws 422 where quotes do not close or the file has no header. */
export function readCsv(text: string): Table {
  const delimiter = delimiterOf(text);
  mustFit(text, delimiter);
  try {
    const rows: string[][] = parse(text.replace(/^\ufeff/, ''), {
      delimiter,
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      to: mostImportRows + 2,
    });
    mustHaveHeader(rows);
    if (rows.length > mostImportRows + 1) throw unreadable('too_many_rows', tooManyRows);
    return rows;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = typeof error['records'] === 'number' ? error['records'] + 1 : null;
    throw unreadable(
      'quotes_broken',
      `${row ? `Row ${row}` : 'The file'} cannot be read: a quotation mark is not closed`,
    );
  }
}

/** What parts the columns: whichever of comma, semicolon and tab the header has most of, outside quotes. */
function delimiterOf(text: string): string {
  const header = text
    .slice(0, 10_000)
    .replace(/"[^"]*"/g, '')
    .split(/\r|\n/, 1)[0]!;
  const counts = [',', ';', '\t'].map((mark) => [mark, header.split(mark).length] as const);
  return counts.toSorted((a, b) => b[1] - a[1])[0]![0];
}
