import { type Segment, type Shape, gap, textAt } from './chart.js';
import { textOn } from './colour.js';
import { partWidths, shortShare } from './shares.js';
import { textWidth } from './text.js';

export interface Part extends Segment {
  readonly x: number;
  readonly width: number;
  /** The share as it stands inside the part, or null where there is no room for it. */
  readonly inside: string | null;
}

/** The parts of one bar from left to right, those of nothing left out. */
export function partsOf(segments: readonly Segment[], x: number, width: number): Part[] {
  const widths = partWidths(
    segments.map((segment) => segment.value),
    width,
    gap,
  );
  const whole = segments.reduce((sum, segment) => sum + segment.value, 0);
  const parts: Part[] = [];
  let at = x;
  segments.forEach((segment, i) => {
    if (segment.value <= 0) return;
    const share = shortShare(segment.value, whole);
    const fits = textWidth(share, true) + 8 <= widths[i]!;
    parts.push({ ...segment, x: at, width: widths[i]!, inside: fits ? share : null });
    at += widths[i]! + gap;
  });
  return parts;
}

export function drawParts(parts: readonly Part[], y: number, height: number): Shape[] {
  return parts.flatMap((part) => {
    const { x, width } = part;
    const rect: Shape = { kind: 'rect', key: part.key, x, y, width, height, fill: part.colour };
    if (part.inside === null) return [rect];
    const [middle, baseline] = [x + width / 2, y + height / 2 + 5.5];
    return [
      rect,
      textAt(middle, baseline, part.inside, { fill: textOn(part.colour), anchor: 'middle', bold: true }),
    ];
  });
}
