import type { StyleName } from './styles.js';

/** A cell as it is written, whatever the format; a date is text in a cell whose style is of dates. */
export interface LaidCell {
  readonly value: string | number | null;
  readonly style: StyleName;
  /** A page, an address, or `#` and the name of a sheet. */
  readonly link?: string;
}

/** Its rows are made as they are asked for, so that they never stand in memory together. */
export interface LaidTable {
  readonly name: string;
  readonly headers: readonly LaidCell[];
  readonly rows: number;
  row(index: number): readonly LaidCell[];
}

/** Lines in the first column, and right beneath them a table. */
export interface LaidSheet {
  readonly name: string;
  /** Of each column, in characters. */
  readonly widths: readonly number[];
  readonly lines: readonly LaidCell[];
  readonly table: LaidTable | null;
}

/** What both formats write. */
export interface LaidOut {
  readonly title: string;
  readonly language: string;
  readonly sheets: readonly LaidSheet[];
}

/** The first and last row of a table, counted from 1; a table always has a row beneath its header, if a blank one. */
export function rowsOfTable({ lines, table }: LaidSheet): { top: number; bottom: number } {
  const top = lines.length + 1;
  return { top, bottom: top + Math.max(table?.rows ?? 0, 1) };
}
