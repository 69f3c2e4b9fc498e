import type { FormulaCells } from './grid.js';
import { WorkbookError } from './workbook-error.js';

/** One sheet of a workbook as text. */
export interface SheetRead {
  readonly name: string;
  /** The sheets that are shown, in order. */
  readonly sheetNames: readonly string[];
  /** Every row from the first, by the spreadsheet's own count; a row ends with its last cell that holds something. */
  readonly rows: readonly (readonly string[])[];
  /** Cells whose value was worked out; in the rows stands what the spreadsheet last made of them. */
  readonly formulas: readonly FormulaCells[];
}

export function noSheet(named: string | null): WorkbookError {
  const message = named === null ? 'The workbook has no sheet to read' : `There is no sheet ${named}`;
  return new WorkbookError('no_sheet', message, named);
}
