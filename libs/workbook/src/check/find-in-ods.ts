import { placeOf } from '../addresses.js';
import type { Archive } from '../archive.js';
import type { Limits } from '../limits.js';
import { readXml } from '../xml-parts.js';
import { broken } from '../workbook-error.js';
import { documentProperties } from './document-properties.js';
import { OdsContentFound, type OdsRange, type OdsSheet } from './find-ods-content.js';
import { odsSettings } from './find-ods-settings.js';
import { OdsStyles } from './find-ods-styles.js';
import type { FoundCell, FoundFile, FoundSheet, FoundTable } from './found.js';

/** Reads all that the rules ask about from an ODS workbook. */
export async function findInOds(archive: Archive, limits: Limits): Promise<FoundFile> {
  const styles = new OdsStyles();
  if (archive.has('styles.xml')) await readXml(archive, 'styles.xml', styles);
  const content = new OdsContentFound(limits, styles);
  await readXml(archive, 'content.xml', content);
  const { active, views } = await odsSettings(archive);
  const ranges = content.ranges.map((range) => ({ range, place: rangeOf(range) }));
  const sheets = content.sheets.map((sheet): FoundSheet => {
    const { name, widths, merged, hides, decorated } = sheet;
    const view = views.get(name) ?? { frozen: false, opensCell: 'A1' };
    const tables = ranges
      .filter(({ place }) => place.sheet === name)
      .map(({ range, place }) => tableOf(range, place, sheet));
    const shape = { name, widths, merged, hides, decorated, filtered: false, tables };
    return { ...shape, ...view, hidden: styles.hides(sheet.style), cells: cellsOf(sheet) };
  });
  return {
    ...(await documentProperties(archive, 'meta.xml')),
    textLanguage: styles.language,
    opensSheet: active === null ? 0 : content.sheets.findIndex(({ name }) => name === active),
    sheets,
  };
}

function cellsOf({ grid }: OdsSheet): FoundCell[] {
  return grid.cellsFound.flatMap((cells) => (cells ?? []).filter((cell) => cell !== ''));
}

interface Place extends Pick<FoundTable, 'top' | 'left' | 'bottom' | 'right'> {
  readonly sheet: string;
}

function rangeOf({ range }: OdsRange): Place {
  const [, quoted, plain, first = '', last = ''] =
    /^\$?(?:'([^']*)'|([^'.]*))\.(\$?[A-Z]+\$?\d+):[^:]*\.(\$?[A-Z]+\$?\d+)$/.exec(range) ?? [];
  const [from, to] = [placeOf(first), placeOf(last)];
  if (!from || !to) throw broken();
  return { sheet: quoted ?? plain ?? '', top: from.row, left: from.column, bottom: to.row, right: to.column };
}

/** Its headers are marked twice: by the range, and as rows that are headers. */
function tableOf(
  { name, header, filtered }: OdsRange,
  { sheet: _, ...range }: Place,
  { headerRows }: OdsSheet,
): FoundTable {
  const marked = [...headerRows].filter((row) => row >= range.top && row <= range.bottom).length;
  return { name, ...range, headerRows: header ? marked : 0, filtered, headers: null };
}
