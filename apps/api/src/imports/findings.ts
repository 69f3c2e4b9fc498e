import {
  type BarrierColumn,
  type ImportColumn,
  type ImportProblem,
  barrierColumns,
  importColumns,
} from '@headway/contract';
import { address } from '@headway/workbook';

/** A column of a file of either kind, each by one heading. */
export type SheetColumn = ImportColumn | BarrierColumn;
export const sheetColumns: Readonly<Record<SheetColumn, string>> = { ...importColumns, ...barrierColumns };

/** A problem as it is found; where it stands in the sheet is worked out from its row and column. */
export type Finding = Omit<ImportProblem, 'cell'> & Partial<Pick<ImportProblem, 'cell'>>;

/** Takes problems down as they are found, about one row. */
export type Say = (
  severity: ImportProblem['severity'],
  column: SheetColumn | null,
  code: string,
  message: string,
) => void;

export function sayTo(findings: Finding[], row: number): Say {
  return (severity, column, code, message) =>
    void findings.push({
      row,
      column: column === null ? null : sheetColumns[column],
      severity,
      code,
      message,
    });
}

const columnOf = new Map(
  Object.entries(sheetColumns).map(([column, label]) => [label, column as SheetColumn]),
);

/** Problems in the order of the rows, each with its cell where the file has one for it. */
export function located(findings: readonly Finding[], at: ReadonlyMap<SheetColumn, number>): ImportProblem[] {
  return findings
    .map((finding) => {
      const index = at.get(columnOf.get(finding.column ?? '')!);
      const cell = index === undefined ? null : address(finding.row, index + 1);
      return { ...finding, cell: finding.cell ?? cell };
    })
    .toSorted((a, b) => a.row - b.row);
}
