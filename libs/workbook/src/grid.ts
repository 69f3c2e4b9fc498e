import { address } from './addresses.js';
import type { Limits } from './limits.js';
import { WorkbookError } from './workbook-error.js';

/** Which cells of a column hold formulas: how many, and the rows of the first. */
export interface FormulaCells {
  readonly column: number;
  readonly count: number;
  readonly rows: readonly number[];
}

const shownFormulas = 20;
const blankRow: readonly never[] = [];

/** Cells as they are found, kept by the spreadsheet's own rows; only what holds something counts. */
export class Grid<Cell> {
  private readonly found: (Cell | '')[][] = [];
  private readonly formulas = new Map<number, { count: number; rows: number[] }>();
  private cells = 0;

  constructor(private readonly limits: Limits) {}

  /** Row and column count from 1. @throws WorkbookError where there is more than may be read. */
  put(row: number, column: number, cell: Cell): void {
    const { rows, columns, cells } = this.limits;
    const say = (code: 'too_many_rows' | 'too_many_columns' | 'too_many_cells', what: string) =>
      new WorkbookError(code, `The sheet has more than ${what}`, address(row, column));
    if (row > rows) throw say('too_many_rows', `${rows.toLocaleString('en-GB')} rows`);
    if (column > columns) throw say('too_many_columns', `${columns.toLocaleString('en-GB')} columns`);
    if (++this.cells > cells) throw say('too_many_cells', `${cells.toLocaleString('en-GB')} filled cells`);
    const cellsOfRow = (this.found[row - 1] ??= []);
    while (cellsOfRow.length < column - 1) cellsOfRow.push('');
    cellsOfRow[column - 1] = cell;
  }

  formula(row: number, column: number): void {
    const seen = this.formulas.get(column) ?? { count: 0, rows: [] };
    seen.count++;
    if (seen.rows.length < shownFormulas) seen.rows.push(row);
    if (column <= this.limits.columns) this.formulas.set(column, seen);
  }

  get formulaCells(): FormulaCells[] {
    const all = [...this.formulas].map(([column, seen]) => ({ column, ...seen }));
    return all.toSorted((a, b) => a.column - b.column);
  }

  /** What was found, by row and column counted from 0; blank where there was nothing. */
  get cellsFound(): readonly (readonly (Cell | '')[] | undefined)[] {
    return this.found;
  }

  /** Every row from the first to the last that holds something, blank ones included. */
  rows(text: (cell: Cell) => string): (readonly string[])[] {
    return Array.from({ length: this.found.length }, (_, index) => {
      const row = this.found[index];
      return row ? row.map((cell) => (cell === '' ? '' : text(cell as Cell))) : blankRow;
    });
  }
}
