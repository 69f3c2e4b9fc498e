import {
  type FormulaCells,
  type SheetRead,
  WorkbookError,
  type WorkbookFault,
  looksLikeWorkbook,
  readWorkbook,
} from '@headway/workbook';
import { knownAtHeading } from '@headway/contract';
import { isInstant, mostImportCells, mostImportColumns, mostImportRows } from '@headway/domain';
import { CsvError, parse } from 'csv-parse/sync';
import { plain } from './columns.js';
import { mustFit, tooManyRows } from './csv-extent.js';
import { decode, unreadable } from './decode.js';
import type { Finding } from './findings.js';
import { anotherDay, notAnInstant, ofAnotherDay } from './known-at.js';

/** Rows of cells as a spreadsheet would show them; the first is the header. */
export type Table = readonly (readonly string[])[];

/** A file as a table, whatever it was. */
export interface FileTable {
  readonly rows: Table;
  /** Whether text that looks like a formula has an apostrophe before it, as CSV needs. */
  readonly apostrophes: boolean;
  readonly formulas: readonly FormulaCells[];
  /** The instant that all of it is of, where a sheet of its own says so. */
  readonly knownAt: string | null;
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
  if (looksLikeWorkbook(bytes)) return workbookTable(bytes);
  const { text, encoding } = decode(bytes);
  const doubt = 'The file is not UTF-8 and is read as Windows-1252. Check names with accents';
  const findings = encoding === 'windows-1252' ? [ofFile('read_as_windows_1252', doubt)] : [];
  return { rows: readCsv(text), apostrophes: true, formulas: [], knownAt: null, findings };
}

/** The first sheet that is shown, but for the one that says of which instant the others are. */
async function workbookTable(bytes: Buffer): Promise<FileTable> {
  const first = await sheetIn(bytes);
  const [others, dated] = [
    first.sheetNames.filter((name) => !isKnownAt(name)),
    first.sheetNames.find(isKnownAt),
  ];
  const sheet = isKnownAt(first.name) && others[0] !== undefined ? await sheetIn(bytes, others[0]) : first;
  const table = tableOf({ ...sheet, sheetNames: others });
  if (dated === undefined) return table;
  const { rows } = first.name === dated ? first : await sheetIn(bytes, dated);
  const { knownAt, findings } = instantIn(rows);
  return { ...table, knownAt, findings: [...table.findings, ...findings] };
}

function isKnownAt(name: string): boolean {
  return plain(name) === plain(knownAtHeading);
}

/** The one instant on the sheet that says of which the file is, under its heading. */
function instantIn(rows: Table): { knownAt: string | null; findings: Finding[] } {
  const cells = rows.flat().map((cell) => cell.trim());
  const said = [...new Set(cells.filter((cell) => cell !== '' && !isKnownAt(cell)))];
  const error = (code: string, message: string) => ({
    knownAt: null,
    findings: [{ row: 1, column: knownAtHeading, severity: 'error' as const, code, message }],
  });
  if (said.length > 1)
    return error('known_at_differs', `The sheet ${knownAtHeading} says more than one time`);
  const [text] = said;
  if (text === undefined) return { knownAt: null, findings: [] };
  if (isInstant(text)) return { knownAt: new Date(text).toISOString(), findings: [] };
  const other = ofAnotherDay(text);
  if (other) return error(anotherDay, other);
  return error('not_an_instant', `On the sheet ${knownAtHeading}: ${notAnInstant(text.slice(0, 100))}`);
}

async function sheetIn(bytes: Buffer, sheet?: string): Promise<SheetRead> {
  try {
    return await readWorkbook(bytes, { limits, ...(sheet === undefined ? {} : { sheet }) });
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
  return { rows, apostrophes: false, formulas, knownAt: null, findings };
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
