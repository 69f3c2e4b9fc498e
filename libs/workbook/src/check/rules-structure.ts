import { frontSheets, oneTable, withoutNotes } from '../marks.js';
import { isLink } from '../links.js';
import { isTableName } from '../names.js';
import { type Rule, onSheets, onTables } from './breach.js';
import { bodyOf, headersOf, linesOf, rowsIn, tablesOf, titleOf, within } from './places.js';

const front: readonly string[] = Object.values(frontSheets);

/** Which sheets and tables there are, and where they stand. */
export const structureRules: readonly Rule[] = [
  {
    name: 'sheets-in-order',
    says: 'Cover, Contents and Notes come first, in this order, and at least one more sheet after them',
    *find({ sheets }) {
      const names = sheets.map(({ name }) => name);
      if (front.some((name, index) => names[index] !== name) || names.length <= front.length)
        yield { sheet: null, message: `The sheets are ${names.join(', ')}` };
    },
  },
  onSheets('nothing-hidden', 'No sheet, row or column is hidden', function* ({ hidden, hides }) {
    if (hidden) yield 'The sheet is hidden';
    if (hides) yield 'The sheet hides rows or columns';
  }),
  onSheets(
    'title-in-a1',
    'A1 holds the title of the sheet, bold and larger than other text',
    function* ({ cells }) {
      const first = cells.find(({ row, column }) => row === 1 && column === 1);
      if (first?.type !== 'text') yield 'A1 holds no title';
      else if (!first.look.bold || first.look.points <= 12)
        yield { at: first, message: 'The title is not bold and larger' };
    },
  ),
  onSheets(
    'one-table',
    'Every sheet but the cover has one marked table, and the cover none',
    function* ({ name, tables }) {
      const wanted = name === frontSheets.cover ? 0 : 1;
      if (tables.length !== wanted) yield `The sheet has ${tables.length} marked tables`;
    },
  ),
  onSheets('says-one-table', `"${oneTable}" stands in column A above each table`, function* (sheet) {
    if (
      sheet.tables.length > 0 &&
      !linesOf(sheet).some(({ column, text }) => column === 1 && text === oneTable)
    )
      yield 'The sheet does not say that it has one table';
  }),
  {
    name: 'table-names',
    says: 'Tables have names that differ: letters, digits and underscores',
    *find({ sheets }) {
      const seen = new Set<string>();
      for (const { sheet, table } of tablesOf(sheets)) {
        const name = table.name.toLowerCase();
        if (!isTableName(name))
          yield { sheet: sheet.name, message: `A table cannot be called ${table.name}` };
        if (seen.has(name)) yield { sheet: sheet.name, message: `Two tables are called ${table.name}` };
        seen.add(name);
      }
    },
  },
  onTables('left-edge', 'Tables begin in column A', function* (_, { left }) {
    if (left !== 1) yield `The table begins in column ${left}`;
  }),
  onTables(
    'one-header-row',
    'A table has one header row of unique filled cells, marked as such',
    function* (sheet, table) {
      const texts = headersOf(sheet, table).map(({ type, text }) => (type === 'text' ? text.trim() : ''));
      const filled = texts.filter(Boolean);
      if (table.headerRows !== 1) yield `The table has ${table.headerRows} header rows`;
      if (filled.length !== table.right - table.left + 1) yield 'A header is blank, or no text';
      if (new Set(filled.map((text) => text.toLowerCase())).size !== filled.length)
        yield 'Two headers are the same';
      if (table.headers && table.headers.join('\n') !== texts.join('\n'))
        yield 'The table is marked with other headers than it shows';
    },
  ),
  onTables(
    'nothing-beside',
    'Nothing stands beneath or beside a table, and above it only column A is used',
    function* (sheet, table) {
      for (const cell of sheet.cells)
        if (!within(cell, table) && (cell.row >= table.top || cell.column > 1))
          yield { at: cell, message: 'The cell is outside the table' };
    },
  ),
  onSheets('nothing-merged', 'No cells are merged', ({ merged }) =>
    merged.map((range) => `Cells are merged: ${range}`),
  ),
  onSheets(
    'nothing-blank',
    'No row, column or cell is blank, from the title to the last row of the table',
    function* (sheet) {
      const [table] = sheet.tables;
      const filled = sheet.cells.filter(({ text }) => text.trim() !== '');
      const lines = new Set(filled.filter(({ column }) => column === 1).map(({ row }) => row));
      const last = table ? table.top - 1 : Math.max(0, ...sheet.cells.map(({ row }) => row));
      for (let row = 1; row <= last; row++) if (!lines.has(row)) yield `Row ${row} is blank`;
      if (!table) return;
      const cells = filled.filter((cell) => within(cell, table)).length;
      const blank = (table.bottom - table.top + 1) * (table.right - table.left + 1) - cells;
      if (blank > 0) yield `${blank} cells of the table are blank`;
      if (bodyOf(sheet, table).length === 0) yield 'The table has no rows';
    },
  ),
  {
    name: 'contents-list-all',
    says: 'Contents lists every other sheet in order, each with a link to it and its title',
    *find({ sheets }) {
      const contents = sheets.find(({ name }) => name === frontSheets.contents);
      const [table] = contents?.tables ?? [];
      if (!contents || !table) return;
      const listed = rowsIn(contents, table).map(([name, title]) => [name?.text, name?.link, title?.text]);
      const wanted = sheets
        .filter((sheet) => sheet !== contents)
        .map((sheet) => [sheet.name, `#${sheet.name}`, withoutNotes(titleOf(sheet))]);
      if (JSON.stringify(listed) !== JSON.stringify(wanted))
        yield { sheet: contents.name, message: 'The list is not that of the sheets, their links and titles' };
    },
  },
  {
    name: 'links-lead',
    says: 'Links lead to sheets that there are, to pages over https, or to addresses of mail',
    *find({ sheets }) {
      const names = new Set(sheets.map(({ name }) => `#${name}`));
      for (const sheet of sheets)
        for (const { link } of sheet.cells)
          if (link !== null && !names.has(link) && !isLink(link))
            yield { sheet: sheet.name, message: `A link leads nowhere: ${link}` };
    },
  },
];
