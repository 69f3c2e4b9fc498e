import type { Pack, PackColumn, PackTable, PackValue } from '@headway/domain';
import { type Zippable, zipSync } from 'fflate';
import { csvMetadata } from './csv-metadata.js';

/** The pack as a zip of CSV files, one a table, with what their columns are as CSV on the Web metadata (W3C). */
export function csvForm(pack: Pack): Uint8Array {
  const files: Zippable = { 'csv-metadata.json': text(JSON.stringify(csvMetadata(pack), null, 2)) };
  for (const table of pack.tables) files[`${table.key}.csv`] = text(`\ufeff${csvOf(table)}`);
  // Without a zone, so that it is the same day wherever it is made.
  return zipSync(files, { mtime: '1980-01-01T00:00:00' });
}

function text(content: string): Uint8Array {
  return new TextEncoder().encode(content);
}

/** Stands for a value that is not told, which must not look like one that is not there. */
export const notTold = '[c]';

/** A column of a file: one of the table's, or, beside it, whether its values were revised. */
export interface CsvColumn {
  readonly name: string;
  readonly title: string;
  readonly of: PackColumn;
  readonly marks: boolean;
}

export function csvColumns({ columns, rows }: PackTable): CsvColumn[] {
  return columns.flatMap((of): CsvColumn[] => {
    const title = of.unit === null ? of.header : `${of.header} (${of.unit})`;
    const own = { name: of.key, title, of, marks: false };
    if (!rows.some(({ revised }) => revised.includes(of.key))) return [own];
    return [own, { name: `${of.key}_revised`, title: `Revised: ${of.header}`, of, marks: true }];
  });
}

function csvOf(table: PackTable): string {
  const columns = csvColumns(table);
  const places = new Map(table.columns.map(({ key }, n) => [key, n]));
  const lines = table.rows.map(({ cells, revised, suppressed }) =>
    columns.map(({ of, marks }) => {
      if (marks) return revised.includes(of.key) ? 'r' : '';
      if (suppressed.includes(of.key)) return notTold;
      return written(cells[places.get(of.key)!]!);
    }),
  );
  return [columns.map(({ title }) => title), ...lines]
    .map((cells) => `${cells.map(quoted).join(',')}\r\n`)
    .join('');
}

/** Text that a spreadsheet would take for a formula, also in its full-width forms, gets an apostrophe before it. */
function written(value: PackValue): string {
  return typeof value === 'string' && /^'*[=+\-@\t\r\n＝＋－＠]/.test(value)
    ? `'${value}`
    : String(value ?? '');
}

function quoted(cell: string): string {
  return /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
