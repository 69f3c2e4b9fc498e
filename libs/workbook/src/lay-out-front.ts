import { explanations } from './lay-out-lines.js';
import type { LaidCell, LaidSheet } from './laid-out.js';
import { frontSheets, harmless, noteText } from './marks.js';
import { isLink } from './links.js';
import { filled, oneLine } from './published-texts.js';
import type { CoverLine, Publication } from './publication.js';
import { refused } from './texts.js';

const coverWidth = 90;
const { cover, contents, notes } = frontSheets;

/** Paragraphs in one column, without a table. */
export function coverSheet({ title, cover: lines }: Publication): LaidSheet {
  const first: LaidCell = { value: harmless(oneLine(title, cover)), style: 'title' };
  return { name: cover, widths: [coverWidth], lines: [first, ...lines.map(coverLine)], table: null };
}

function coverLine(line: CoverLine): LaidCell {
  if (typeof line === 'string') return { value: harmless(filled(line, cover)), style: 'text' };
  if ('heading' in line) return { value: harmless(oneLine(line.heading, cover)), style: 'heading' };
  if (!isLink(line.link)) throw refused('A link leads to a page or an address', line.link);
  return { value: harmless(filled(line.text, cover)), style: 'link', link: line.link };
}

/** Every other sheet by its name, which leads there, and its title. */
export function contentsSheet({ title: whole, sheets }: Publication): LaidSheet {
  const rows = [
    [cover, harmless(oneLine(whole, cover))],
    [notes, notes],
    ...sheets.map(({ name, title }) => [name, harmless(oneLine(title, name))]),
  ] as const;
  return frontTable(contents, ['Worksheet', 'Title'], rows.length, (index) => {
    const [name = '', title = ''] = rows[index]!;
    return [
      { value: name, style: 'link', link: `#${name}` },
      { value: title, style: 'text' },
    ];
  });
}

export function notesSheet(used: readonly (readonly [number: number, text: string])[]): LaidSheet {
  return frontTable(notes, ['Note number', 'Note'], used.length, (index) => {
    const [number, text] = used[index]!;
    return [
      { value: noteText(number), style: 'text' },
      { value: harmless(filled(text, noteText(number))), style: 'text' },
    ];
  });
}

function frontTable(
  name: string,
  headers: readonly string[],
  rows: number,
  row: (index: number) => readonly LaidCell[],
): LaidSheet {
  return {
    name,
    widths: [40, 80],
    lines: explanations({ title: name, refers: false, marks: new Set(), meanings: {}, more: [] }),
    table: {
      name: name.toLowerCase(),
      headers: headers.map((value) => ({ value, style: 'header' })),
      rows,
      row,
    },
  };
}
