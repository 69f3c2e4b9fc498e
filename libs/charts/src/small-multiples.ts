import { type Chart, type Shape, lineHeight, textAt } from './chart.js';
import { type Share, drawLine, shareText } from './line.js';
import { wrap } from './text.js';

export interface Panel {
  readonly key: string;
  readonly label: string;
  /** What is said beneath the label, such as "42%, 10 points up". */
  readonly text: string;
  /** One for each period, in per cent. */
  readonly values: readonly Share[];
}

export interface SmallMultiplesInput {
  readonly title: string;
  readonly description: string;
  /** What a panel is, as it heads the table: "Organisation". */
  readonly rowHeading: string;
  /** Oldest first. */
  readonly periods: readonly string[];
  readonly panels: readonly Panel[];
  readonly colour: string;
  /** In CSS pixels, from about 200. */
  readonly width: number;
}

const leastWidth = 240;
const apart = 32;
const plotHeight = 72;
const scaleWidth = 52;

/** One small line chart each, all on the same scale from 0% to 100% and over the same periods, in the order given. */
export function smallMultiples(input: SmallMultiplesInput): Chart {
  const { title, description, periods, panels, width } = input;
  const columns = Math.max(1, Math.floor((width + apart) / (leastWidth + apart)));
  const panelWidth = (width - apart * (columns - 1)) / columns;
  const shapes: Shape[] = [];
  let y = 8;
  for (let first = 0; first < panels.length; first += columns) {
    const row = panels.slice(first, first + columns).map((panel, i) => {
      const x = i * (panelWidth + apart);
      return { panel, x, label: wrap(panel.label, panelWidth, true), text: wrap(panel.text, panelWidth) };
    });
    const words = Math.max(...row.map(({ label, text }) => label.length + text.length));
    const top = y + words * lineHeight + 12;
    for (const { panel, x, label, text } of row) {
      const plot = { left: x + scaleWidth, right: x + panelWidth - 6, top, bottom: top + plotHeight };
      // Words stand on the plot, so that those of a row end at one height.
      const start = y + (words - label.length - text.length) * lineHeight + 16;
      shapes.push(
        ...label.map((line, i) => textAt(x, start + i * lineHeight, line, { bold: true })),
        ...text.map((line, i) => textAt(x, start + (label.length + i) * lineHeight, line)),
        ...drawScale(plot),
        ...drawLine(panel.key, panel.values, plot, input.colour),
        ...drawPeriods(periods, plot),
      );
    }
    y = top + plotHeight + lineHeight + 32;
  }
  const table = {
    columns: [input.rowHeading, ...periods],
    rows: panels.map(({ label, values }) => [label, ...periods.map((_, i) => shareText(values[i] ?? null))]),
  };
  return { title, description, table, drawing: { width, height: Math.max(y - 20, 0), shapes } };
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function drawScale({ left, right, top, bottom }: Box): Shape[] {
  return [
    { mark: '100%', y: top, opacity: 0.2 },
    { mark: '', y: (top + bottom) / 2, opacity: 0.2 },
    { mark: '0%', y: bottom, opacity: 0.6 },
  ].flatMap(({ mark, y, opacity }): Shape[] => [
    ...(mark ? [textAt(left - 8, y + 5.5, mark, { anchor: 'end' })] : []),
    { kind: 'line', x1: left, y1: y, x2: right, y2: y, opacity },
  ]);
}

function drawPeriods(periods: readonly string[], { left, right, bottom }: Box): Shape[] {
  const y = bottom + lineHeight + 2;
  const [first, last] = [periods[0], periods.at(-1)];
  if (!first || !last) return [];
  const end = textAt(right, y, last, { anchor: 'end' });
  return first === last ? [end] : [textAt(left, y, first), end];
}
