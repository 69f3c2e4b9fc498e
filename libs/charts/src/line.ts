import { type Point, type Shape } from './chart.js';

/** A share in per cent, not rounded; null where there is none. */
export type Share = number | null;

/** Where a share stands in a plot from 0% at `bottom` to 100% at `top`. */
export interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const point = 7;

/** The place of each share; the only period there is stands at the right, where its label is. */
export function placed(values: readonly Share[], { left, right, top, bottom }: Plot): (Point | null)[] {
  const step = values.length > 1 ? (right - left) / (values.length - 1) : 0;
  const start = values.length > 1 ? left : right;
  return values.map((value, i) =>
    value === null ? null : { x: start + i * step, y: bottom - ((bottom - top) * value) / 100 },
  );
}

/** A line through the shares, broken where there is none, with a square at its end and where it stands alone. */
export function drawLine(key: string, values: readonly Share[], plot: Plot, colour: string): Shape[] {
  const runs: Point[][] = [[]];
  for (const at of placed(values, plot)) {
    if (at) runs.at(-1)!.push(at);
    else if (runs.at(-1)!.length > 0) runs.push([]);
  }
  const drawn = runs.filter((run) => run.length > 0);
  return drawn.flatMap((points, i): Shape[] => [
    ...(points.length > 1 ? [{ kind: 'path' as const, key, points, stroke: colour }] : []),
    ...(points.length === 1 || i === drawn.length - 1 ? [square(key, points.at(-1)!, colour)] : []),
  ]);
}

function square(key: string, { x, y }: Point, fill: string): Shape {
  return { kind: 'rect', key, x: x - point / 2, y: y - point / 2, width: point, height: point, fill };
}

/** "15%" as `shortShare` says it, from an exact share. */
export function shareText(value: Share): string {
  if (value === null) return '';
  if (value > 0 && value < 0.5) return '<1%';
  return value < 100 && value >= 99.5 ? '>99%' : `${Math.round(value)}%`;
}
