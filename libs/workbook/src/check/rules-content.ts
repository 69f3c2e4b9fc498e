import { anyMark, anyNote, frontSheets, markText, notesAreOn, withoutNotes } from '../marks.js';
import { looksLikeFormula } from '../texts.js';
import { type Rule, onCells, onSheets, onTables } from './breach.js';
import type { FoundCell, FoundFile } from './found.js';
import { bodyOf, headersOf, linesOf, rowsIn, within } from './places.js';

const refersTo = (text: string) => [...text.matchAll(anyNote)].map(([, number]) => Number(number));
const marksIn = (text: string) => [...text.matchAll(anyMark)].map(([, mark]) => mark!);
const isMark = (text: string) => /^\[[xzcr]\]$/.test(withoutNotes(text));

/** What marks, notes and numbers say. */
export const contentRules: readonly Rule[] = [
  onSheets(
    'marks-explained',
    'Each of [x], [z], [c] and [r] that a sheet uses is explained above its table, and no other',
    function* (sheet) {
      const [table] = sheet.tables;
      const used = new Set(
        sheet.cells.filter((cell) => table && within(cell, table)).flatMap(({ text }) => marksIn(text)),
      );
      const explained = new Set(
        linesOf(sheet).flatMap(({ text }) => /^\[([xzcr])\] means \S/.exec(text)?.[1] ?? []),
      );
      for (const mark of used) if (!explained.has(mark)) yield `[${mark}] is used and not explained`;
      for (const mark of explained) if (!used.has(mark)) yield `[${mark}] is explained and not used`;
    },
  ),
  {
    name: 'notes-match',
    says: 'Notes are numbered from 1 in order; each that is referred to is there, and each that is there is referred to',
    *find(file) {
      const listed = listedNotes(file);
      if (listed.some((number, index) => number !== index + 1))
        yield { sheet: frontSheets.notes, message: 'The notes are not numbered from 1 in order' };
      const referred = new Set<number>();
      for (const sheet of file.sheets)
        if (sheet.name !== frontSheets.notes)
          for (const number of sheet.cells.flatMap(({ text }) => refersTo(text))) {
            if (!listed.includes(number) && !referred.has(number))
              yield { sheet: sheet.name, message: `There is no note ${number}` };
            referred.add(number);
          }
      for (const number of listed)
        if (!referred.has(number))
          yield { sheet: frontSheets.notes, message: `Nothing refers to note ${number}` };
    },
  },
  onSheets(
    'notes-said',
    'A sheet that refers to notes says where they are, and no other sheet does',
    function* ({ name, cells }) {
      if (name === frontSheets.notes) return;
      const refers = cells.some(({ text }) => refersTo(text).length > 0);
      if (refers !== cells.some(({ text }) => text === notesAreOn))
        yield refers ? 'The sheet does not say where its notes are' : 'The sheet refers to no notes';
    },
  ),
  onCells(
    'no-formulas',
    'Nothing is worked out by the spreadsheet',
    ({ formula }) => formula && 'The cell is a formula',
  ),
  onCells(
    'typed-values',
    'Every cell is text or a number and says so; text that looks like a formula is kept from becoming one',
    (cell) => {
      if (cell.type !== 'text' && cell.type !== 'number') return 'The cell is neither text nor a number';
      return (
        cell.type === 'text' &&
        cell.look.quoted === false &&
        looksLikeFormula(cell.text) &&
        'The text would become a formula when somebody edits it'
      );
    },
  ),
  onTables(
    'numbers-stay-numbers',
    'A column that has numbers holds nothing else but marks',
    function* (sheet, table) {
      const cells = bodyOf(sheet, table);
      const numeric = new Set(cells.filter(({ type }) => type === 'number').map(({ column }) => column));
      for (const cell of cells)
        if (numeric.has(cell.column) && cell.type !== 'number' && !isMark(cell.text))
          yield { at: cell, message: 'The cell is text in a column of numbers' };
    },
  ),
  onCells(
    'number-formats',
    'Numbers show thousands and at most two decimals, shares are percentages with one, dates are year, month and day',
    ({ type, look: { format } }) => {
      if (type !== 'number' || format.kind === 'date') return false;
      if (format.kind === 'number' && format.thousands && format.decimals <= 2) return false;
      return !(format.kind === 'share' && format.decimals === 1) && 'The number has another format';
    },
  ),
  onTables(
    'units-in-headers',
    'The header of a column of numbers ends in their unit in brackets',
    function* (sheet, table) {
      const rows = rowsIn(sheet, table);
      for (const header of headersOf(sheet, table)) {
        const cells = rows.map((row) => row[header.column - table.left]);
        const kinds = new Set(
          cells.map((cell) => (cell?.type === 'number' ? cell.look.format.kind : 'plain')),
        );
        if (!kinds.has('number') && !kinds.has('share')) continue;
        if (!/ \([^()]+\)$/.test(withoutNotes(header.text)))
          yield { at: header, message: 'The header has no unit' };
      }
    },
  ),
  onTables(
    'revised-beside-value',
    'Only a column that begins with Revised: holds [r], to the right of the one it is about',
    function* (sheet, table) {
      const headers = new Map(headersOf(sheet, table).map((cell) => [cell.column, cell.text]));
      const about = (column: number) => /^Revised: (.*)$/s.exec(headers.get(column) ?? '')?.[1];
      for (const cell of bodyOf(sheet, table)) {
        const named = about(cell.column);
        if (
          cell.text === markText('r') &&
          (named === undefined || !headers.get(cell.column - 1)?.startsWith(named))
        )
          yield { at: cell, message: 'It does not say which value is revised' };
      }
    },
  ),
];

function listedNotes({ sheets }: FoundFile): number[] {
  const notes = sheets.find(({ name }) => name === frontSheets.notes);
  const [table] = notes?.tables ?? [];
  return notes && table ? rowsIn(notes, table).map(([number]) => numberOf(number)) : [];
}

function numberOf(cell: FoundCell | undefined): number {
  return Number(/^\[note (\d+)\]$/.exec(cell?.text ?? '')?.[1] ?? NaN);
}
