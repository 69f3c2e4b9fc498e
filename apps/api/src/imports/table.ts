import { CsvError, parse } from 'csv-parse/sync';
import { unreadable } from './decode.js';

/** Rows of cells as a spreadsheet would show them; the first is the header. */
export type Table = readonly (readonly string[])[];

const longestCell = 100_000;
const mostRows = 20_000;

/** @throws 422 where quotes do not close or the file has no header. */
export function readTable(text: string): Table {
  try {
    const rows: string[][] = parse(text.replace(/^\ufeff/, ''), {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      max_record_size: longestCell * 10,
      to: mostRows + 2,
    });
    if (rows.length === 0 || rows[0]!.every((cell) => cell.trim() === ''))
      throw unreadable('header_missing', 'The first row must name the columns');
    if (rows.length > mostRows + 1)
      throw unreadable(
        'too_many_rows',
        `The file has more than ${mostRows.toLocaleString('en-GB')} rows. Split it`,
      );
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
