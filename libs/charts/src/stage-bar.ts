import { type Chart, type Segment, type Shape, formatNumber, lineHeight, textAt } from './chart.js';
import { type Part, drawParts, partsOf } from './bar.js';
import { shortShare } from './shares.js';
import { textWidth } from './text.js';

const barHeight = 44;
const labelGap = 14;

export interface StageBarInput {
  readonly title: string;
  /** One sentence of what it shows; worked out from the segments unless given. */
  readonly description?: string;
  readonly segments: readonly Segment[];
  /** What is counted, in the plural, as it heads the table: "Services". */
  readonly unit: string;
  /** In CSS pixels, from about 200. */
  readonly width: number;
}

/** One whole as a bar of labelled parts: labels under the parts, or in rows where they would not fit. */
export function stageBar({ title, description, segments, unit, width }: StageBarInput): Chart {
  const whole = segments.reduce((sum, segment) => sum + segment.value, 0);
  const rows = segments.map(({ label, value }) => [
    label,
    value,
    whole === 0 ? '' : shortShare(value, whole),
  ]);
  const said = segments.map(
    ({ label, value }) => `${label} ${formatNumber(value)} (${shortShare(value, whole)})`,
  );
  const parts = partsOf(segments, 0, width);
  const labels = whole === 0 ? nothing(unit) : (under(parts, segments, width) ?? inRows(parts, segments));
  return {
    title,
    description:
      description ?? (whole === 0 ? `There are no ${unit.toLowerCase()} to show.` : `${said.join(', ')}.`),
    table: { columns: ['Stage', unit, 'Share'], rows },
    drawing: { width, height: labels.height, shapes: [...drawParts(parts, 0, barHeight), ...labels.shapes] },
  };
}

interface Labels {
  readonly height: number;
  readonly shapes: Shape[];
}

function nothing(unit: string): Labels {
  return { height: lineHeight + 4, shapes: [textAt(0, 16, `There are no ${unit.toLowerCase()} to show.`)] };
}

/** The number, with the share where that does not stand inside the part. */
function figure(segment: Segment, part: Part | undefined, whole: number): string {
  const number = formatNumber(segment.value);
  return part?.inside ? number : `${number} (${shortShare(segment.value, whole)})`;
}

/** Each label under its part, moved aside as far as its neighbours need; null where they do not all fit. */
function under(parts: readonly Part[], segments: readonly Segment[], width: number): Labels | null {
  const whole = segments.reduce((sum, segment) => sum + segment.value, 0);
  const labels = parts.map((part) => {
    const text = figure(part, part, whole);
    return { part, text, x: part.x, width: Math.max(textWidth(part.label, true), textWidth(text)) };
  });
  const needed = labels.reduce((sum, label) => sum + label.width, labelGap * (labels.length - 1));
  if (needed > width) return null;
  let free = 0;
  for (const label of labels) {
    label.x = Math.max(label.x, free);
    free = label.x + label.width + labelGap;
  }
  let limit = width;
  for (const label of labels.toReversed()) {
    label.x = Math.min(label.x, limit - label.width);
    limit = label.x - labelGap;
  }
  const shapes = labels.flatMap(({ part, text, x, width: labelWidth }): Shape[] => {
    const inset = Math.min(part.width / 2, 6);
    const from = Math.min(Math.max(x + 6, part.x + inset), part.x + part.width - inset);
    const to = Math.min(Math.max(from, x + 4), x + labelWidth - 4);
    return [
      { kind: 'line', x1: from, y1: barHeight + 3, x2: to, y2: barHeight + 13, opacity: 1 },
      textAt(x, barHeight + 30, part.label, { bold: true }),
      textAt(x, barHeight + 30 + lineHeight, text),
    ];
  });
  return { height: barHeight + 40 + lineHeight, shapes };
}

/** Every segment in a row of its own, in the order of the parts, with a patch of its colour. */
function inRows(parts: readonly Part[], segments: readonly Segment[]): Labels {
  const whole = segments.reduce((sum, segment) => sum + segment.value, 0);
  const shapes = segments.flatMap((segment, i): Shape[] => {
    const y = barHeight + 12 + i * (lineHeight + 6);
    const part = parts.find(({ key }) => key === segment.key);
    return [
      { kind: 'rect', key: segment.key, x: 0, y, width: 16, height: 16, fill: segment.colour },
      textAt(24, y + 14, segment.label, { bold: true }),
      textAt(32 + textWidth(segment.label, true), y + 14, figure(segment, part, whole)),
    ];
  });
  return { height: barHeight + 12 + segments.length * (lineHeight + 6), shapes };
}
