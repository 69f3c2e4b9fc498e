import { type Chart, type Shape, gap, lineHeight, textAt } from './chart.js';
import { textOn } from './colour.js';
import { shortShare } from './shares.js';
import { textWidth, wrap } from './text.js';

/** So many of so many; null where there is nothing to be a share of. */
export type HeatCell = { readonly part: number; readonly whole: number } | null;

export interface HeatMapInput {
  readonly title: string;
  readonly description: string;
  /** What a row is, as it heads the table: "Organisation". */
  readonly rowHeading: string;
  readonly columns: readonly string[];
  /** A cell for each column. */
  readonly rows: readonly { readonly label: string; readonly cells: readonly HeatCell[] }[];
  /** In CSS pixels, from about 250. */
  readonly width: number;
}

/** From nothing to the most there is, light to dark: one hue, so that it reads in grey as well. */
const shades = ['#ffffff', '#dbe2ea', '#b3c2d2', '#7d95af', '#45698d', '#12436d'];
const cellHeight = 34;
/** A cell holds ">99%", and a word of a heading of usual length. */
const leastCell = 92;

/** Rows of shares, each printed on a shade of its size; where columns have no room for their headings, numbered. */
export function heatMap({ title, description, rowHeading, columns, rows, width }: HeatMapInput): Chart {
  const labelWidth = Math.min(
    Math.max(0, ...rows.map(({ label }) => textWidth(label, true))) + 16,
    width * 0.4,
  );
  const fits = (width - labelWidth) / Math.max(columns.length, 1) >= leastCell;
  const left = fits ? labelWidth : 0;
  const cellWidth = (width - left) / Math.max(columns.length, 1);
  const headings = fits
    ? columns.map((column) => wrap(column, cellWidth - 8, true))
    : columns.map((_, i) => [`${i + 1}`]);
  const key = fits ? [] : columns.flatMap((column, i) => wrap(`${i + 1} ${column}`, width));
  const shapes: Shape[] = key.map((line, i) => textAt(0, 16 + i * lineHeight, line));
  let y = key.length > 0 ? key.length * lineHeight + 10 : 0;
  const lines = Math.max(1, ...headings.map(({ length }) => length));
  for (const [i, heading] of headings.entries())
    for (const [n, line] of heading.entries())
      shapes.push(
        textAt(left + (i + 0.5) * cellWidth, y + 16 + (lines - heading.length + n) * lineHeight, line, {
          anchor: 'middle',
          bold: true,
        }),
      );
  y += lines * lineHeight + 8;
  const most = Math.max(0, ...rows.flatMap(({ cells }) => cells.map(shareOf)));
  for (const { label, cells } of rows) {
    const words = wrap(label, (fits ? labelWidth : width) - 8, true);
    const wordsHeight = words.length * lineHeight;
    const height = fits ? Math.max(cellHeight, wordsHeight + 8) : cellHeight;
    const wordsTop = fits ? y + (height - wordsHeight) / 2 : y + 4;
    shapes.push(...words.map((line, i) => textAt(0, wordsTop + 16 + i * lineHeight, line, { bold: true })));
    const top = fits ? y : wordsTop + wordsHeight + 4;
    for (const [i, cell] of cells.entries())
      shapes.push(
        ...drawCell(`${label} ${i}`, cell, most, { x: left + i * cellWidth, y: top, cellWidth, height }),
      );
    y = top + height + gap;
  }
  const table = {
    columns: [rowHeading, ...columns],
    rows: rows.map(({ label, cells }) => [label, ...cells.map(printed)]),
  };
  return { title, description, table, drawing: { width, height: y, shapes } };
}

function drawCell(
  key: string,
  cell: HeatCell,
  most: number,
  { x, y, cellWidth, height }: { x: number; y: number; cellWidth: number; height: number },
): Shape[] {
  const fill = shades[most === 0 ? 0 : Math.ceil((shareOf(cell) / most) * (shades.length - 1))]!;
  const rect: Shape = { kind: 'rect', key, x, y, width: cellWidth - gap, height, fill };
  const text = textAt(x + (cellWidth - gap) / 2, y + height / 2 + 5.5, printed(cell), {
    fill: textOn(fill),
    anchor: 'middle',
  });
  return cell ? [rect, text] : [];
}

function shareOf(cell: HeatCell): number {
  return cell && cell.whole > 0 ? cell.part / cell.whole : 0;
}

function printed(cell: HeatCell): string {
  return cell ? shortShare(cell.part, cell.whole) : '';
}
