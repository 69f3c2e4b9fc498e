import type { Archive } from './archive.js';
import { type NumberKind, builtInKind, kindOfFormat } from './formats.js';
import { eachElement, localName, longer, ownText, readXml } from './xml-parts.js';

/** A sheet in its workbook, hidden or not. */
export interface SheetEntry {
  readonly name: string;
  readonly id: string;
  readonly hidden: boolean;
}

export async function workbookSheets(
  archive: Archive,
  part: string,
): Promise<{ sheets: SheetEntry[]; from1904: boolean }> {
  const sheets: SheetEntry[] = [];
  let from1904 = false;
  await eachElement(archive, part, (name, attributes) => {
    if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes['date1904'] ?? '');
    if (name !== 'sheet') return;
    const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
    const hidden = /hidden/i.test(attributes['state'] ?? '');
    sheets.push({ name: attributes['name'] ?? '', id, hidden });
  });
  return { sheets, from1904 };
}

const mostStyles = 65_536;

/** How the numbers of cells are shown, by the number of the cell's style. */
export async function cellStyles(archive: Archive, part: string): Promise<NumberKind[]> {
  const formats = new Map<number, NumberKind>();
  const kinds: NumberKind[] = [];
  let within = '';
  await eachElement(archive, part, (name, attributes) => {
    const id = Number(attributes['numFmtId']);
    if (name === 'numFmt') formats.set(id, kindOfFormat(attributes['formatCode'] ?? ''));
    else if (name === 'xf' && within === 'cellXfs' && kinds.length < mostStyles)
      kinds.push(formats.get(id) ?? builtInKind(id));
    else if (name.endsWith('Xfs') || name === 'cellStyles') within = name;
  });
  return kinds;
}

/** Text that XML cannot hold is written as `_x000D_`. */
export function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** Those of the shared texts that are asked for. */
export async function sharedStrings(
  archive: Archive,
  part: string,
  wanted: ReadonlySet<number>,
): Promise<Map<number, string>> {
  const found = new Map<number, string>();
  let index = -1;
  let text = '';
  let inText = false;
  let phonetic = false;
  await readXml(archive, part, {
    open: (name) => {
      const element = localName(name);
      if (element === 'si') [index, text] = [index + 1, ''];
      else if (element === 'rPh') phonetic = true;
      else if (element === 't') inText = !phonetic && wanted.has(index);
    },
    text: (piece) => {
      if (inText) text = longer(text, piece, part);
    },
    close: (name) => {
      const element = localName(name);
      if (element === 't') inText = false;
      else if (element === 'rPh') phonetic = false;
      else if (element === 'si' && wanted.has(index)) found.set(index, ownText(unescaped(text)));
    },
  });
  return found;
}
