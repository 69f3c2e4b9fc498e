import { type Chart, type Shape, lineHeight, textAt } from './chart.js';
import { drawKey } from './key.js';
import { type Plot, type Share, drawLine, placed, shareText } from './line.js';
import { textWidth } from './text.js';

export interface TrendLine {
  readonly key: string;
  readonly label: string;
  readonly colour: string;
  /** One for each period, in per cent. */
  readonly values: readonly Share[];
}

export interface TrendLinesInput {
  readonly title: string;
  readonly description: string;
  /** What a period is, as it heads the table: "Quarter". */
  readonly rowHeading: string;
  /** Oldest first. */
  readonly periods: readonly string[];
  readonly lines: readonly TrendLine[];
  /** In CSS pixels, from about 200. */
  readonly width: number;
}

const wideFrom = 600;
const plotHeight = 240;
const scaleWidth = 52;

/** Shares over time on a scale from 0% to 100%, each line named where it ends; on a narrow page a key names them. */
export function trendLines(input: TrendLinesInput): Chart {
  const { title, description, periods, lines, width } = input;
  const wide = width >= wideFrom;
  const key = wide ? { height: 0, shapes: [] } : drawKey(lines, width);
  const label = ({ label, values }: TrendLine) =>
    `${wide ? `${label} ` : ''}${shareText(values.at(-1) ?? null)}`.trim();
  const beside = Math.max(0, ...lines.map((line) => textWidth(label(line)))) + 16;
  const top = key.height + 12;
  const plot = { left: scaleWidth, right: width - beside, top, bottom: top + plotHeight };
  const shapes = [
    ...key.shapes,
    ...drawScale(plot),
    ...lines.flatMap((line) => drawLine(line.key, line.values, plot, line.colour)),
    ...drawLabels(lines, label, plot),
    ...drawPeriods(periods, plot, width),
  ];
  const height = plot.bottom + lineHeight + 12;
  return { title, description, table: tableOf(input), drawing: { width, height, shapes } };
}

function drawScale({ left, right, top, bottom }: Plot): Shape[] {
  return [0, 25, 50, 75, 100].flatMap((mark): Shape[] => {
    const y = bottom - ((bottom - top) * mark) / 100;
    return [
      textAt(left - 8, y + 5.5, `${mark}%`, { anchor: 'end' }),
      { kind: 'line', x1: left, y1: y, x2: right, y2: y, opacity: mark === 0 ? 0.6 : 0.2 },
    ];
  });
}

/** Each label as near to the end of its line as the others leave room. */
function drawLabels(lines: readonly TrendLine[], label: (line: TrendLine) => string, plot: Plot): Shape[] {
  const wanted = lines
    .flatMap((line) => {
      const end = placed(line.values, plot).at(-1);
      return end ? [{ text: label(line), y: end.y }] : [];
    })
    .toSorted((a, b) => a.y - b.y);
  let free = plot.top;
  const down = wanted.map(({ text, y }) => {
    free = Math.max(y, free) + lineHeight;
    return { text, y: free - lineHeight };
  });
  let limit = plot.bottom;
  return down.toReversed().map(({ text, y }) => {
    limit = Math.min(y, limit) - lineHeight;
    return textAt(plot.right + 12, limit + lineHeight + 5.5, text);
  });
}

/** The last period, and as many before it, evenly apart, as there is room for. */
function drawPeriods(periods: readonly string[], plot: Plot, width: number): Shape[] {
  const places = placed(
    periods.map(() => 0),
    plot,
  );
  const room = Math.max(0, ...periods.map((period) => textWidth(period))) + 16;
  const apart = periods.length > 1 ? places[1]!.x - places[0]!.x : 0;
  const every = apart > 0 ? Math.ceil(room / apart) : 1;
  return periods.flatMap((period, i) => {
    if ((periods.length - 1 - i) % every !== 0) return [];
    const half = textWidth(period) / 2;
    const x = Math.min(Math.max(places[i]!.x, half), width - half);
    return [textAt(x, plot.bottom + lineHeight + 4, period, { anchor: 'middle' })];
  });
}

function tableOf({ rowHeading, periods, lines }: TrendLinesInput): Chart['table'] {
  return {
    columns: [rowHeading, ...lines.map(({ label }) => label)],
    rows: periods.map((period, i) => [period, ...lines.map(({ values }) => shareText(values[i] ?? null))]),
  };
}
