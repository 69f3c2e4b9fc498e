import type { Archive } from '../archive.js';
import { address, placeOf } from '../addresses.js';
import type { Limits } from '../limits.js';
import { pagesOf, relationshipsOf, workbookPart } from '../read-xlsx-package.js';
import { type SheetEntry, sharedStrings, unescaped, workbookSheets } from '../read-xlsx-parts.js';
import { eachElement, readXml } from '../xml-parts.js';
import { broken } from '../workbook-error.js';
import { documentProperties } from './document-properties.js';
import type { FoundCell, FoundFile, FoundSheet, FoundTable, Look } from './found.js';
import { type XlsxFound, XlsxSheetFound, ownValue } from './find-xlsx-sheet.js';
import { xlsxLooks } from './find-xlsx-styles.js';

/** Reads all that the rules ask about from an XLSX workbook. */
export async function findInXlsx(archive: Archive, limits: Limits): Promise<FoundFile> {
  const workbook = await workbookPart(archive);
  const parts = await relationshipsOf(archive, workbook);
  const one = (type: string) => parts.find((part) => part.type === type)?.target;
  const [styles, texts] = [one('styles'), one('sharedStrings')];
  const looks = styles ? await xlsxLooks(archive, styles) : [];
  const read: [SheetEntry, string, XlsxSheetFound][] = [];
  for (const entry of (await workbookSheets(archive, workbook)).sheets) {
    const part = parts.find(({ id }) => id === entry.id)?.target;
    if (!part) throw broken();
    const found = new XlsxSheetFound(limits, looks);
    await readXml(archive, part, found);
    read.push([entry, part, found]);
  }
  const shared = texts
    ? await sharedStrings(archive, texts, sharedIn(read.map(([, , found]) => found)))
    : new Map<number, string>();
  const sheets: FoundSheet[] = [];
  for (const [entry, part, found] of read)
    sheets.push(await sheetOf(archive, entry, part, found, { shared, looks }));
  return {
    ...(await documentProperties(archive, 'docProps/core.xml')),
    textLanguage: null,
    opensSheet: await opensSheet(archive, workbook),
    sheets,
  };
}

interface Shared {
  readonly shared: ReadonlyMap<number, string>;
  readonly looks: readonly Look[];
}

async function sheetOf(
  archive: Archive,
  { name, hidden }: SheetEntry,
  part: string,
  found: XlsxSheetFound,
  shared: Shared,
): Promise<FoundSheet> {
  const [pages, parts] = [await pagesOf(archive, part), await relationshipsOf(archive, part)];
  const linkAt = (at: string): string | null => {
    const link = found.links.get(at);
    if (!link) return null;
    return 'id' in link ? (pages.get(link.id) ?? '') : `#${sheetIn(link.place)}`;
  };
  const tables: FoundTable[] = [];
  let decorated = found.decorated;
  for (const id of found.tableIds) {
    const { styled, ...table } = await tableOf(archive, parts.find((one) => one.id === id)?.target);
    tables.push(table);
    decorated ||= styled;
  }
  const { widths, merged, hides, frozen, filtered, opensCell } = found;
  return {
    name,
    hidden,
    cells: cellsOf(found, shared, linkAt),
    tables,
    widths,
    merged,
    hides,
    decorated,
    frozen,
    filtered,
    opensCell,
  };
}

function cellsOf(
  { grid }: XlsxSheetFound,
  { shared, looks }: Shared,
  linkAt: (at: string) => string | null,
): FoundCell[] {
  return grid.cellsFound.flatMap((cells, row) =>
    (cells ?? []).flatMap((cell, column): FoundCell[] => {
      if (cell === '') return [];
      const look = looks[cell.style];
      const text = cell.type === 's' ? shared.get(Number(cell.value)) : ownValue(cell);
      if (!look || text === undefined) throw broken();
      const link = linkAt(address(row + 1, column + 1));
      return [
        { row: row + 1, column: column + 1, type: typeOf(cell), text, formula: cell.formula, link, look },
      ];
    }),
  );
}

/** A text that stands in the cell as what a formula came to is none of its own. */
function typeOf({ type }: XlsxFound): FoundCell['type'] {
  if (type === 's' || type === 'inlineStr') return 'text';
  return type === 'n' ? 'number' : 'other';
}

function sharedIn(sheets: readonly XlsxSheetFound[]): Set<number> {
  const found = new Set<number>();
  for (const { grid } of sheets)
    for (const cells of grid.cellsFound)
      for (const cell of cells ?? []) if (cell !== '' && cell.type === 's') found.add(Number(cell.value));
  return found;
}

async function tableOf(
  archive: Archive,
  part: string | undefined,
): Promise<FoundTable & { styled: boolean }> {
  if (!part) throw broken();
  const headers: string[] = [];
  let found = { name: '', ref: '', headerRows: 1, filtered: false, styled: false };
  await eachElement(archive, part, (element, attributes) => {
    if (element === 'table')
      found = {
        ...found,
        name: attributes['displayName'] ?? '',
        ref: attributes['ref'] ?? '',
        headerRows: Number(attributes['headerRowCount'] ?? 1),
      };
    else if (element === 'tableColumn') headers.push(unescaped(attributes['name'] ?? ''));
    else if (element === 'autoFilter') found = { ...found, filtered: true };
    else if (element === 'tableStyleInfo') found = { ...found, styled: 'name' in attributes };
  });
  const [first, last] = found.ref.split(':').map(placeOf);
  if (!first || !last) throw broken();
  const range = { top: first.row, left: first.column, bottom: last.row, right: last.column };
  return { ...found, ...range, headers };
}

async function opensSheet(archive: Archive, workbook: string): Promise<number> {
  let sheet = 0;
  await eachElement(archive, workbook, (element, { activeTab, firstSheet }) => {
    if (element === 'workbookView') sheet = Number(activeTab ?? firstSheet ?? 0);
  });
  return sheet;
}

/** The sheet of `'By organisation'!A1`. */
function sheetIn(place: string): string {
  return place.replace(/![^!]*$/, '').replace(/^'(.*)'$/s, '$1');
}
