import { frontSheets, harmless } from './marks.js';
import type { LaidOut, LaidSheet } from './laid-out.js';
import { contentsSheet, coverSheet, notesSheet } from './lay-out-front.js';
import { laidOutTable } from './lay-out-table.js';
import { isTableName, mustBeNamed } from './names.js';
import { NoteNumbers } from './note-numbers.js';
import { explanations } from './lay-out-lines.js';
import { oneLine } from './published-texts.js';
import type { Publication, PublishedSheet } from './publication.js';
import { refused } from './texts.js';

/**
 * Sheets in their order, notes numbered as they come up.
 * @throws WorkbookError where a spreadsheet would not take it, or a rule could not be kept.
 */
export function laidOutPublication(publication: Publication): LaidOut {
  const { title, language, sheets } = publication;
  if (sheets.length === 0) throw refused('A publication needs a table');
  const notes = new NoteNumbers(publication.notes);
  const names = tableNames(sheets);
  const tables = sheets.map((sheet, index) => tableSheet(sheet, names[index]!, notes, publication));
  if (notes.used.length === 0) throw refused('A publication needs a note that something refers to');
  const laid = {
    title: harmless(oneLine(title, 'title')),
    language,
    sheets: [coverSheet(publication), contentsSheet(publication), notesSheet(notes.used), ...tables],
  };
  mustBeNamed(language, laid.sheets);
  return laid;
}

function tableSheet(
  sheet: PublishedSheet,
  tableName: string,
  notes: NoteNumbers,
  { marks }: Publication,
): LaidSheet {
  const title = notes.after(harmless(oneLine(sheet.title, sheet.name)), sheet.notes, sheet.name);
  const { table, widths, ...found } = laidOutTable(sheet, notes);
  const lines = explanations({
    ...{ title, marks: found.marks, meanings: marks ?? {} },
    refers: found.refersToNotes || (sheet.notes ?? []).length > 0,
    more: [...(sheet.lines ?? []), ...(sheet.rows.length === 0 ? ['There is nothing to list'] : [])],
  });
  return { name: sheet.name, widths, lines, table: { name: tableName, ...table } };
}

/** Of their sheets, so that whoever writes a formula finds them: `by_organisation`. */
function tableNames(sheets: readonly PublishedSheet[]): string[] {
  const taken = new Set<string>(Object.values(frontSheets).map((name) => name.toLowerCase()));
  return sheets.map(({ name }, index) => {
    const plain = name.toLowerCase().replace(/[^a-z0-9]+/g, '_');
    const own = isTableName(plain) && !taken.has(plain) ? plain : `table_${index + 1}_${plain}`;
    taken.add(own);
    return own;
  });
}
