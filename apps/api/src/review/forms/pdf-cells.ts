import {
  type Pack,
  type PackColumn,
  type PackRow,
  type PackTable,
  whySuppressed,
  valueWords,
} from '@headway/domain';
import type { PackBlock, PackTable as PdfTable } from '../pdf/pack-document.js';

/** A table of the pack as the document prints it, with its notes beneath. */
export function tableBlocks(
  pack: Pack,
  table: PackTable,
  columns: readonly PackColumn[] = table.columns,
  rows: readonly PackRow[] = table.rows,
): PackBlock[] {
  const printed: PdfTable = {
    caption: table.title,
    columns: columns.map(({ header, unit, type }) => ({
      header:
        unit === null || type === 'number' || header.includes(unit)
          ? header
          : `${header} (${shortUnit(unit)})`,
      type: type === 'text' || type === 'date' ? 'text' : 'number',
    })),
    rows: rows.map((row) =>
      columns.map((column, n) => `${n === 0 ? '– '.repeat(row.level) : ''}${cellWords(table, row, column)}`),
    ),
  };
  const keys = new Set([...table.notes, ...columns.flatMap(({ notes }) => notes)]);
  const notes = [...keys].map((key) => pack.notes[key]!);
  return [
    { kind: 'table', ...printed },
    ...notesBlock([...table.lines.filter(isOwn(pack)), ...notes, ...marksOf(printed)]),
  ];
}

function shortUnit(unit: string): string {
  return unit === 'percentage points' ? 'points' : unit;
}

/** Sentences of the section are not said again beneath its table. */
function isOwn({ sections }: Pack): (line: string) => boolean {
  const said = new Set(sections.flatMap(({ sentences }) => sentences));
  return (line) => !said.has(line);
}

function notesBlock(items: readonly string[]): PackBlock[] {
  return items.length === 0 ? [] : [{ kind: 'notes', items }];
}

const meanings = {
  '[x]': '[x] means not available.',
  '[z]': '[z] means not applicable.',
  '[c]': `[c] means ${whySuppressed}.`,
  '[r]': '[r] means revised: another value was published before.',
} as const;

function marksOf({ rows }: PdfTable): string[] {
  return Object.entries(meanings).flatMap(([mark, meaning]) =>
    rows.some((cells) => cells.some((cell) => String(cell).endsWith(mark))) ? [meaning] : [],
  );
}

/** "15.3%", "1,234 [r]", "[z]" */
export function cellWords(
  { columns }: PackTable,
  { cells, revised, suppressed }: PackRow,
  column: PackColumn,
): string {
  if (suppressed.includes(column.key)) return '[c]';
  const value = cells[columns.indexOf(column)] ?? null;
  const words = value === null ? `[${column.blank}]` : valueWords(column, value);
  return revised.includes(column.key) ? `${words} [r]` : words;
}
