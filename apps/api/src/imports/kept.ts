import { type Finding, type SheetColumn, sayTo, sheetColumns } from './findings.js';

/** Blank cells never wipe what is known; that they do not is said once for each column. */
export function sayKept(
  kept: readonly { readonly column: SheetColumn; readonly row: number }[],
  thing: 'service' | 'barrier',
  findings: Finding[],
): void {
  for (const [column, all] of Map.groupBy(kept, (one) => one.column)) {
    const others = all.length - 1;
    const more =
      others > 0 ? ` and in ${others.toLocaleString('en-GB')} more ${others === 1 ? 'row' : 'rows'}` : '';
    sayTo(findings, all[0]!.row)(
      'warning',
      column,
      'left_as_it_is',
      `${sheetColumns[column]} is blank here${more}: what is known stays. Clear it on the page of the ${thing}`,
    );
  }
}
