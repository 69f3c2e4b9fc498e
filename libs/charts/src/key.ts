import { type Segment, type Shape, lineHeight, textAt } from './chart.js';
import { textWidth } from './text.js';

const patch = 16;

/** Patches of colour with their names, in as many lines as the width needs. */
export function drawKey(series: readonly Omit<Segment, 'value'>[], width: number) {
  const shapes: Shape[] = [];
  let [x, y] = [0, 0];
  for (const { key, label, colour } of series) {
    const room = patch + 8 + textWidth(label);
    if (x > 0 && x + room > width) [x, y] = [0, y + lineHeight + 4];
    shapes.push({ kind: 'rect', key, x, y, width: patch, height: patch, fill: colour });
    shapes.push(textAt(x + patch + 8, y + 14, label));
    x += room + 16;
  }
  return { height: y + lineHeight + 10, shapes };
}
