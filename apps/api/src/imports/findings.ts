import {
  type BarrierColumn,
  type ImportColumn,
  type ImportProblem,
  barrierColumns,
  importColumns,
  knownAtHeading,
} from '@headway/contract';
import { address } from '@headway/workbook';

/** A column of a file of either kind, each by one heading. */
export type SheetColumn = ImportColumn | BarrierColumn | 'knownAt';
export const sheetColumns: Readonly<Record<SheetColumn, string>> = {
  ...importColumns,
  ...barrierColumns,
  knownAt: knownAtHeading,
};

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
      message: short(message),
    });
}

const longestMessage = 400;

/** A cell may be very long, and what is said of it repeats it. */
function short(message: string): string {
  return message.length <= longestMessage ? message : `${message.slice(0, longestMessage)}…`;
}

/** More than anybody reads, of each severity; how many there are is counted besides. */
const shownAtMost = 1_000;

/** How many problems there are of each severity. */
export type ProblemCounts = Readonly<Record<ImportProblem['severity'], number>>;

export function countsOf(findings: readonly Finding[]): ProblemCounts {
  const error = findings.filter(({ severity }) => severity === 'error').length;
  return { error, warning: findings.length - error };
}

/** Those that a file was read with, and those that were found since. */
export function countedWith(found: ProblemCounts, since: readonly Finding[]): ProblemCounts {
  const { error, warning } = countsOf(since);
  return { error: found.error + error, warning: found.warning + warning };
}

/** The first findings of each severity. */
export function firstOf(findings: readonly Finding[]): Finding[] {
  const left = { error: shownAtMost, warning: shownAtMost };
  return findings.filter(({ severity }) => left[severity]-- > 0);
}

const columnOf = new Map(
  Object.entries(sheetColumns).map(([column, label]) => [label, column as SheetColumn]),
);

/** Problems in the order of the rows, each with its cell where the file has one for it. */
export function located(findings: readonly Finding[], at: ReadonlyMap<SheetColumn, number>): ImportProblem[] {
  return firstOf(findings.toSorted((a, b) => a.row - b.row)).map((finding) => {
    const index = at.get(columnOf.get(finding.column ?? '')!);
    const cell = index === undefined ? null : address(finding.row, index + 1);
    return { ...finding, cell: finding.cell ?? cell };
  });
}
