import { fontFamily, plainSize } from '../styles.js';
import { type Rule, onCells, onSheets, onTables } from './breach.js';
import { bodyOf, headersOf } from './places.js';
import type { FoundCell } from './found.js';

const [narrowest, widest] = [8, 100];
/** A column is as wide as its file says to about a hundredth of a centimetre. */
const tolerance = 0.1;

/** How it looks. */
export const lookRules: readonly Rule[] = [
  onCells(
    'sans-12',
    `All text is ${fontFamily}, ${plainSize} point; only titles and headings are larger`,
    ({ look: { font, points }, column }) => {
      if (font !== fontFamily) return `The type is ${font}`;
      return (points < plainSize || (points > plainSize && column > 1)) && `The type is ${points} point`;
    },
  ),
  onCells('no-italics', 'Nothing is in italics', ({ look }) => look.italic && 'The cell is in italics'),
  onSheets('no-fills', 'No cell has a background', function* ({ cells, decorated }) {
    for (const cell of cells) if (cell.look.filled) yield { at: cell, message: 'The cell has a background' };
    if (decorated) yield 'The sheet has a background, conditions that give one, or a style of tables';
  }),
  onCells(
    'wrapped',
    'Text wraps',
    ({ type, look }) => type === 'text' && !look.wrapped && 'The text does not wrap',
  ),
  onTables('bold-headers', 'Header rows are bold, and what is beneath is not', function* (sheet, table) {
    for (const header of headersOf(sheet, table))
      if (!header.look.bold) yield { at: header, message: 'The header is not bold' };
    for (const cell of bodyOf(sheet, table))
      if (cell.look.bold) yield { at: cell, message: 'The cell is bold like a header' };
  }),
  onCells(
    'numbers-right',
    'Numbers and dates stand to the right',
    ({ type, look }) => type === 'number' && !look.right && 'The number does not stand to the right',
  ),
  onTables(
    'sensible-widths',
    `Columns say how wide they are, ${narrowest} to ${widest} characters, and enough for their numbers`,
    function* (sheet, table) {
      for (let column = table.left; column <= table.right; column++) {
        const width = sheet.widths[column - 1];
        if (width === undefined || width < narrowest - tolerance || width > widest + tolerance)
          yield `Column ${column} is ${width ?? 'of no certain width'}`;
      }
      for (const cell of bodyOf(sheet, table))
        if (cell.type === 'number' && lengthOf(cell) > (sheet.widths[cell.column - 1] ?? 0))
          yield { at: cell, message: 'The number is longer than its column' };
    },
  ),
  onSheets('no-frozen-panes', 'No part of a sheet is frozen or split', function* ({ frozen }) {
    if (frozen) yield 'The sheet is frozen or split';
  }),
  onSheets(
    'no-filters',
    'Nothing is filtered, and no header has a button to do so',
    function* ({ filtered, tables }) {
      if (filtered || tables.some((table) => table.filtered)) yield 'The sheet has a filter';
    },
  ),
];

/** How many characters a number shows, its separators included. */
function lengthOf({ text, look: { format } }: FoundCell): number {
  if (format.kind !== 'number') return 0;
  const [whole = ''] = text.split('.');
  return Math.ceil(whole.replace('-', '').length * (4 / 3)) + (format.decimals > 0 ? format.decimals + 1 : 0);
}
