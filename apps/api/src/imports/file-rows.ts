import { address } from '@headway/workbook';
import { type Finding, type SheetColumn, sayTo } from './findings.js';
import { RowCells } from './row-cells.js';
import type { FileTable } from './table.js';

type Places<C extends SheetColumn> = ReadonlyMap<C, number>;

/** Goes through the rows with anything in them, and through cells that were worked out; how many rows there are. */
export function eachRow<C extends SheetColumn>(
  file: FileTable,
  at: Places<C>,
  findings: Finding[],
  read: (row: number, cells: RowCells) => void,
): number {
  findings.push(...formulas(file, at));
  const width = file.rows[0]!.length;
  let count = 0;
  file.rows.slice(1).forEach((cells, index) => {
    if (cells.every((cell) => cell.trim() === '')) return;
    count++;
    const number = index + 2;
    const row = new RowCells(cells, at, file.apostrophes, sayTo(findings, number));
    row.refuseRagged(width);
    read(number, row);
  });
  return count;
}

/** What was worked out may have been worked out from something else by now, so nobody said it. */
function formulas<C extends SheetColumn>({ formulas }: FileTable, at: Places<C>): Finding[] {
  const columns = new Map([...at].map(([column, index]) => [index + 1, column]));
  const findings: Finding[] = [];
  for (const { column, count, rows } of formulas) {
    const known = columns.get(column);
    if (!known) continue;
    for (const row of rows)
      sayTo(findings, row)(
        'error',
        known,
        'formula',
        `${address(row, column)} holds a formula. Paste its value instead`,
      );
    if (count > rows.length)
      sayTo(findings, rows.at(-1)!)(
        'error',
        known,
        'formula',
        `${count - rows.length} more cells of this column hold formulas`,
      );
  }
  return findings;
}
