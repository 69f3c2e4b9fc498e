import { mostImportCells, mostImportColumns, mostImportRows } from '@headway/domain';
import { columnLetters } from '@headway/workbook';
import { unreadable } from './decode.js';

const longestCell = 100_000;
export const tooManyRows = `The file has more than ${mostImportRows.toLocaleString('en-GB')} rows. Split it`;

const [quote, lineFeed, carriageReturn] = [0x22, 0x0a, 0x0d];

/**
 * Counts rows, columns and cells of CSV before any of them is made, as the parser makes an object of each.
 * @throws 422 as soon as there is more than an import takes.
 */
export function mustFit(text: string, delimiter: string): void {
  const mark = delimiter.charCodeAt(0);
  let quoted = false;
  let [row, column, cells, cellStart] = [1, 1, 1, 0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) quoted = !quoted;
    else if (!quoted && (code === mark || code === lineFeed || code === carriageReturn)) {
      mustBeShort(at - cellStart, row, column);
      if (code === carriageReturn && text.charCodeAt(at + 1) === lineFeed) at++;
      cellStart = at + 1;
      if (code !== mark) [row, column] = [row + 1, 1];
      else if (++column > mostImportColumns) throw tooManyColumns(row);
      if (++cells > mostImportCells) throw tooManyCells();
      // The header, as many rows as may be, and the nothing after the last line's end.
      if (row > mostImportRows + 2) throw unreadable('too_many_rows', tooManyRows);
    }
  }
  mustBeShort(text.length - cellStart, row, column);
}

function mustBeShort(length: number, row: number, column: number): void {
  if (length > longestCell)
    throw unreadable(
      'cell_too_long',
      `${columnLetters(column)}${row} holds more text than a spreadsheet takes, or a quotation mark before it is not closed`,
    );
}

function tooManyColumns(row: number) {
  return unreadable(
    'too_many_columns',
    `Row ${row} has more than ${mostImportColumns} columns. Delete those that Headway does not need`,
  );
}

function tooManyCells() {
  const most = mostImportCells.toLocaleString('en-GB');
  return unreadable(
    'too_many_cells',
    `The file has more than ${most} cells. Delete columns that Headway does not need, or split it`,
  );
}
