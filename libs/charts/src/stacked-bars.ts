import { type Chart, type Segment, type Shape, lineHeight, textAt } from './chart.js';
import { drawParts, partsOf } from './bar.js';
import { drawKey } from './key.js';
import { shortShare } from './shares.js';
import { wrap } from './text.js';

export interface BarRow {
  readonly label: string;
  /** 1 for a row that is part of the one above: it stands further in. */
  readonly level?: number;
  /** In the order of the series. */
  readonly values: readonly number[];
  /** What is said beside the bar, such as "62 of 410". */
  readonly text: string;
}

export interface StackedBarsInput {
  readonly title: string;
  readonly description: string;
  readonly series: readonly Omit<Segment, 'value'>[];
  readonly rows: readonly BarRow[];
  /** What a row is, and what is counted, as they head the table: "Organisation", "Services". */
  readonly rowHeading: string;
  readonly unit: string;
  /** In CSS pixels, from about 200. */
  readonly width: number;
}

const wideFrom = 600;
const barHeight = 28;
const indent = 20;

/** Rows on one scale, 0% to 100% of each row, in the order given: labels beside the bars, or above on a narrow page. */
export function stackedBars(input: StackedBarsInput): Chart {
  const { title, description, series, rows, width } = input;
  const key = drawKey(series, width);
  const layout = width >= wideFrom ? besideBars(width) : aboveBars(width);
  const top = key.height + lineHeight + 8;
  let y = top;
  const shapes: Shape[] = [];
  for (const row of rows) {
    const label = layout.label(row);
    const segments = series.map((one, i) => ({ ...one, value: row.values[i] ?? 0 }));
    shapes.push(
      ...label.shapes(y),
      ...drawParts(partsOf(segments, layout.x, layout.width), y + label.above, barHeight),
    );
    y += label.height;
  }
  return {
    title,
    description,
    table: tableOf(input),
    drawing: { width, height: y, shapes: [...key.shapes, ...drawScale(layout, key.height, y), ...shapes] },
  };
}

interface Layout {
  /** Where every bar starts and how wide 100% is. */
  readonly x: number;
  readonly width: number;
  label(row: BarRow): { above: number; height: number; shapes(y: number): Shape[] };
}

function besideBars(whole: number): Layout {
  const labels = Math.round(whole * 0.34);
  const texts = Math.round(whole * 0.16);
  const x = labels + 16;
  const width = whole - x - texts - 12;
  const label = (row: BarRow) => {
    const inset = (row.level ?? 0) * indent;
    const lines = wrap(row.label, labels - inset);
    const words = wrap(row.text, texts);
    const height = Math.max(barHeight, Math.max(lines.length, words.length) * lineHeight) + 12;
    const shapes = (y: number) => [
      ...lines.map((line, i) => textAt(inset, y + 19 + i * lineHeight, line)),
      ...words.map((line, i) => textAt(x + width + 12, y + 19 + i * lineHeight, line)),
    ];
    return { above: 0, height, shapes };
  };
  return { x, width, label };
}

function aboveBars(width: number): Layout {
  const label = (row: BarRow) => {
    const inset = (row.level ?? 0) * indent;
    const lines = wrap(row.label, width - inset, true);
    const words = wrap(row.text, width - inset);
    const above = (lines.length + words.length) * lineHeight + 2;
    const shapes = (y: number) => [
      ...lines.map((line, i) => textAt(inset, y + 16 + i * lineHeight, line, { bold: true })),
      ...words.map((line, i) => textAt(inset, y + 16 + (lines.length + i) * lineHeight, line)),
    ];
    return { above, height: above + barHeight + 20, shapes };
  };
  return { x: 0, width, label };
}

/** One scale for all rows, its figures above and thin lines behind the bars. */
function drawScale({ x, width }: Layout, y: number, bottom: number): Shape[] {
  const marks = width < 240 ? [0, 100] : [0, 25, 50, 75, 100];
  return marks.flatMap((mark): Shape[] => {
    const at = x + (width * mark) / 100;
    const anchor = mark === 0 ? 'start' : mark === 100 ? 'end' : 'middle';
    const line: Shape = { kind: 'line', x1: at, y1: y + lineHeight, x2: at, y2: bottom, opacity: 0.25 };
    return x === 0
      ? [textAt(at, y + 15, `${mark}%`, { anchor })]
      : [textAt(at, y + 15, `${mark}%`, { anchor }), line];
  });
}

function tableOf({ rowHeading, unit, series, rows }: StackedBarsInput): Chart['table'] {
  const total = (row: BarRow) => row.values.reduce((sum, value) => sum + value, 0);
  return {
    columns: [rowHeading, unit, ...series.flatMap(({ label }) => [label, `${label} share`])],
    rows: rows.map((row) => [
      row.label,
      total(row),
      ...row.values.flatMap((value) => [value, total(row) === 0 ? '' : shortShare(value, total(row))]),
    ]),
  };
}
