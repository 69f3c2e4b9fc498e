import type { FoundCell, FoundSheet, FoundTable } from './found.js';

export function within({ row, column }: FoundCell, { top, bottom, left, right }: FoundTable): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

/** The cells of a table's header row. */
export function headersOf({ cells }: FoundSheet, table: FoundTable): FoundCell[] {
  return cells.filter((cell) => cell.row === table.top && within(cell, table));
}

/** The cells of a table beneath its header row. */
export function bodyOf({ cells }: FoundSheet, table: FoundTable): FoundCell[] {
  return cells.filter((cell) => cell.row > table.top && within(cell, table));
}

/** Those cells row by row, each in its column counted from the table's first. */
export function rowsIn(sheet: FoundSheet, table: FoundTable): (FoundCell | undefined)[][] {
  const rows: (FoundCell | undefined)[][] = [];
  for (const cell of bodyOf(sheet, table))
    (rows[cell.row - table.top - 1] ??= [])[cell.column - table.left] = cell;
  return rows.filter(Boolean);
}

/** Cells above a table, or all of a sheet without one. */
export function linesOf({ cells, tables }: FoundSheet): FoundCell[] {
  const top = tables[0]?.top ?? Infinity;
  return cells.filter(({ row }) => row < top);
}

export function titleOf({ cells }: FoundSheet): string {
  return cells.find(({ row, column }) => row === 1 && column === 1)?.text ?? '';
}

export function tablesOf(sheets: readonly FoundSheet[]): { sheet: FoundSheet; table: FoundTable }[] {
  return sheets.flatMap((sheet) => sheet.tables.map((table) => ({ sheet, table })));
}
