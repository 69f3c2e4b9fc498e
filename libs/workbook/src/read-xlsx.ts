import type { Archive } from './archive.js';
import { Grid } from './grid.js';
import type { Limits } from './limits.js';
import { type SheetRead, noSheet } from './sheet-read.js';
import { cellStyles, sharedStrings, workbookSheets } from './read-xlsx-parts.js';
import { relationshipsOf, workbookPart } from './read-xlsx-package.js';
import { type XlsxCell, XlsxSheet } from './read-xlsx-sheet.js';
import { readXml } from './xml-parts.js';
import { broken } from './workbook-error.js';

/** Reads the sheet before the texts, so that of all texts of the workbook only those it shows are kept. */
export async function readXlsx(archive: Archive, limits: Limits, named: string | null): Promise<SheetRead> {
  const workbook = await workbookPart(archive);
  const parts = await relationshipsOf(archive, workbook);
  const partOf = (type: string, id?: string) =>
    parts.find((one) => one.type === type && (id === undefined || one.id === id))?.target;
  const { sheets, from1904 } = await workbookSheets(archive, workbook);
  const shown = sheets.filter(({ id, hidden }) => !hidden && partOf('worksheet', id));
  const sheet = shown.find(({ name }) => named === null || name === named);
  if (!sheet) throw noSheet(named);
  const styles = partOf('styles');
  const grid = new Grid<XlsxCell>(limits);
  const cells = new XlsxSheet(grid, { kinds: styles ? await cellStyles(archive, styles) : [], from1904 });
  await readXml(archive, partOf('worksheet', sheet.id)!, cells);
  const texts = await textsOf(archive, partOf('sharedStrings'), cells.shared);
  return {
    name: sheet.name,
    sheetNames: shown.map(({ name }) => name),
    rows: grid.rows((cell) => (typeof cell === 'string' ? cell : texts(cell))),
    formulas: grid.formulaCells,
  };
}

async function textsOf(archive: Archive, part: string | undefined, shared: ReadonlySet<number>) {
  const texts =
    part && shared.size > 0 ? await sharedStrings(archive, part, shared) : new Map<number, string>();
  return (index: number) => {
    const text = texts.get(index);
    if (text === undefined) throw broken();
    return text;
  };
}
