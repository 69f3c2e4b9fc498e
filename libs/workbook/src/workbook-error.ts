/** Everything that keeps a file from being read, or a table from being written. */
export type WorkbookFault =
  | 'not_a_workbook'
  | 'old_workbook'
  | 'encrypted'
  | 'broken'
  | 'macros'
  | 'external_links'
  | 'unsafe'
  | 'too_large'
  | 'too_many_rows'
  | 'too_many_columns'
  | 'too_many_cells'
  | 'no_sheet'
  | 'cannot_be_written';

/** What is wrong with a workbook: a stable code, words for a person, and the part, sheet or cell where it is. */
export class WorkbookError extends Error {
  constructor(
    readonly code: WorkbookFault,
    message: string,
    readonly where: string | null = null,
  ) {
    super(message);
  }
}

export function broken(message = 'The file is damaged. Save it again in your spreadsheet'): WorkbookError {
  return new WorkbookError('broken', message);
}

export function tooLong(where: string): WorkbookError {
  return new WorkbookError('too_large', 'A cell holds more text than a spreadsheet takes', where);
}
