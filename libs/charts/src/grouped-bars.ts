import { type Chart, type Segment, type Shape, lineHeight, textAt } from './chart.js';
import { drawKey } from './key.js';
import { shareText } from './line.js';
import { textWidth, wrap } from './text.js';

export interface BarGroup {
  readonly label: string;
  /** 1 for a group that is part of the one above: it stands further in. */
  readonly level?: number;
  /** In per cent, in the order of the series; text where there is none to show, such as "not shown". */
  readonly values: readonly (number | string)[];
}

export interface GroupedBarsInput {
  readonly title: string;
  readonly description: string;
  readonly series: readonly Omit<Segment, 'value'>[];
  readonly groups: readonly BarGroup[];
  /** What a group is, as it heads the table: "Organisation". */
  readonly rowHeading: string;
  /** In CSS pixels, from about 200. */
  readonly width: number;
}

const wideFrom = 600;
const indent = 20;
const barHeight = 16;
/** From bar to bar of a group: a line of text each, as every bar has its figure beside it. */
const step = lineHeight + 1;

/**
 * A bar for each of several figures that are not parts of one whole, such as what is recorded and what is said:
 * beneath each other in groups, all on one scale from 0% to 100%, each with its figure at its end.
 */
export function groupedBars(input: GroupedBarsInput): Chart {
  const { title, description, series, groups, rowHeading, width } = input;
  const key = series.length > 1 ? drawKey(series, width) : { shapes: [], height: 0 };
  const beside = width >= wideFrom;
  const labels = beside ? Math.round(width * 0.34) : 0;
  const x = beside ? labels + 16 : 0;
  const figures = Math.max(0, ...groups.flatMap(({ values }) => values.map((one) => textWidth(said(one)))));
  const scale = Math.max(40, width - x - Math.max(figures, textWidth('>99%')) - 8);
  const shapes: Shape[] = [];
  let y = key.height + 4;
  for (const { label, level = 0, values } of groups) {
    const inset = level * indent;
    const words = wrap(label, (beside ? labels : width) - inset, !beside);
    shapes.push(...words.map((word, i) => textAt(inset, y + 15 + i * lineHeight, word, { bold: !beside })));
    const above = beside ? 0 : words.length * lineHeight + 2;
    for (const [i, value] of values.entries())
      shapes.push(...drawBar(series[i]!, value, { x, y: y + above + i * step, scale }));
    const height = Math.max(above + values.length * step, words.length * lineHeight);
    y += height + 14;
  }
  return {
    title,
    description,
    table: {
      columns: [rowHeading, ...series.map(({ label }) => label)],
      rows: groups.map(({ label, values }) => [label, ...values.map(said)]),
    },
    drawing: { width, height: Math.max(y - 8, 0), shapes: [...key.shapes, ...shapes] },
  };
}

function drawBar(
  { key, colour }: Omit<Segment, 'value'>,
  value: number | string,
  { x, y, scale }: { x: number; y: number; scale: number },
): Shape[] {
  const axis: Shape = { kind: 'line', x1: x, y1: y, x2: x, y2: y + barHeight, opacity: 0.6 };
  if (typeof value === 'string') return [axis, textAt(x + 6, y + 14, value)];
  const width = value === 0 ? 0 : Math.max(2, (scale * value) / 100);
  return [
    axis,
    ...(width > 0
      ? [{ kind: 'rect', key, x, y, width, height: barHeight, fill: colour } satisfies Shape]
      : []),
    textAt(x + width + 6, y + 14, said(value)),
  ];
}

function said(value: number | string): string {
  return typeof value === 'string' ? value : shareText(value);
}
