import { type PackTable } from './pack-document.js';

/** In points: between the margins, beside a cell's text, and a generous letter of a table's text. */
export const pageWidth = 470;
const inset = 8;
const letter = 4.7;
/** Letters: a longer word may be broken, and a longer text is as well read on several lines. */
const longestWord = 16;
const longestText = 60;
/** How many times as wide as its texts a small table may be: further apart, a row is hard to follow. */
const widest = 1.6;

const widthOf = (letters: number) => letters * letter + inset;
/** How many letters a cell of that width has room for. */
export const roomOf = (width: number) => Math.max(3, Math.floor((width - inset) / letter));

/**
 * Points for each column, at most `pageWidth` in all: as much as its longest word, and of what is left as its texts
 * ask for, or as the table says.
 */
export function columnWidths({ columns, rows }: PackTable): number[] {
  const shares = columns.reduce((sum, { width = 1 }) => sum + width, 0);
  const said = columns.some(({ width }) => width !== undefined);
  const asked = columns.map(({ header, width = 1 }, i) => {
    const texts = [header, ...rows.map((row) => asText(row[i] ?? null))];
    const words = texts.flatMap((text) => text.split(' '));
    const least = widthOf(Math.min(longestWord, longest(words)));
    const most = said ? (pageWidth * width) / shares : widthOf(Math.min(longestText, longest(texts)));
    return { least, most: Math.max(least, most) };
  });
  const least = sum(asked.map((one) => one.least));
  const most = sum(asked.map((one) => one.most));
  const whole = said ? pageWidth : Math.min(pageWidth, most * widest);
  if (whole <= least || most === least) return asked.map((one) => (one.least * whole) / least);
  return asked.map((one) => one.least + ((whole - least) * (one.most - one.least)) / (most - least));
}

export function asText(cell: string | number | null): string {
  if (cell === null) return '';
  return typeof cell === 'number' ? cell.toLocaleString('en-GB') : cell;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const longest = (texts: readonly string[]) => texts.reduce((most, { length }) => Math.max(most, length), 0);
