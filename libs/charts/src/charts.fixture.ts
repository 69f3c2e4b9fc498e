import { type Chart, type Shape, fontSize } from './chart.js';
import { textWidth } from './text.js';

export const series = [
  { key: 'not_started', label: 'Not started', colour: '#12436D' },
  { key: 'in_progress', label: 'In progress', colour: '#28A197' },
  { key: 'live', label: 'Live', colour: '#801650' },
  { key: 'redesigned', label: 'Redesigned', colour: '#F46A25' },
];

export function segments(...values: number[]) {
  return series.map((one, i) => ({ ...one, value: values[i] ?? 0 }));
}

export function texts(chart: Chart): string[] {
  return chart.drawing.shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));
}

type Box = { left: number; right: number; top: number; bottom: number };

function box(shape: Shape & { kind: 'text' }): Box {
  const width = textWidth(shape.text, shape.bold);
  const left = shape.x - (shape.anchor === 'start' ? 0 : shape.anchor === 'end' ? width : width / 2);
  return { left, right: left + width, top: shape.y - fontSize, bottom: shape.y + 3 };
}

/** Texts that lie over one another or reach outside the picture. */
export function illegible(chart: Chart): string[] {
  const placed = chart.drawing.shapes.flatMap((shape) =>
    shape.kind === 'text' ? [{ text: shape.text, ...box(shape) }] : [],
  );
  return placed
    .filter(
      (a, i) =>
        a.left < -0.5 ||
        a.right > chart.drawing.width + 0.5 ||
        a.bottom > chart.drawing.height + 0.5 ||
        placed.some(
          (b, j) => j > i && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom,
        ),
    )
    .map(({ text }) => text);
}
