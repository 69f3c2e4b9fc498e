import { LaidColumn } from './lay-out-column.js';
import type { LaidTable } from './laid-out.js';
import { mustDiffer } from './names.js';
import type { NoteNumbers } from './note-numbers.js';
import type { Mark, PublishedSheet } from './publication.js';
import { refused } from './texts.js';

/** A table, and what must be said above it. */
export interface TableAndAll {
  readonly table: Omit<LaidTable, 'name'>;
  readonly widths: readonly number[];
  readonly marks: ReadonlySet<Mark>;
  readonly refersToNotes: boolean;
}

/** Lines above the table stand in its first column, and need room. */
const leastOfFirst = 40;

/** Looks through a table, and numbers its notes row by row. */
export function laidOutTable({ name, columns, rows }: PublishedSheet, notes: NoteNumbers): TableAndAll {
  if (columns.length === 0) throw refused('A table needs a column', name);
  const laid = columns.map((column) => new LaidColumn(column, notes, name));
  for (const [index, row] of rows.entries()) {
    const at = (column: number) => `${name}, row ${index + 1} of its table, column ${column + 1}`;
    if (row.length !== columns.length) throw refused('A row is not as wide as its table', at(row.length));
    for (const [column, cell] of row.entries()) laid[column]!.look(cell, at(column));
  }
  for (const column of laid) column.finish();
  const headers = laid.flatMap((column) => column.headers);
  mustDiffer(headers.map(({ value }) => String(value)));
  const [first = 0, ...others] = laid.flatMap((column) => column.widths);
  const nothing = columns.map(() => ({ mark: 'z' }) as const);
  return {
    table: {
      headers,
      rows: Math.max(rows.length, 1),
      row: (index) => (rows[index] ?? nothing).flatMap((cell, column) => laid[column]!.cells(cell)),
    },
    widths: [Math.max(first, leastOfFirst), ...others],
    marks: new Set(laid.flatMap((column) => [...column.marks])),
    refersToNotes: laid.some((column) => column.refersToNotes),
  };
}
