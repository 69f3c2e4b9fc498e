/** One part of a whole: `value` is a count, `colour` a hex colour like `#12436D`. */
export interface Segment {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  readonly colour: string;
}

export type Shape =
  | { kind: 'rect'; key: string; x: number; y: number; width: number; height: number; fill: string }
  | { kind: 'line'; x1: number; y1: number; x2: number; y2: number; opacity: number }
  | { kind: 'path'; key: string; points: readonly Point[]; stroke: string }
  | { kind: 'text'; x: number; y: number; text: string; fill: string; anchor: Anchor; bold: boolean };
export interface Point {
  readonly x: number;
  readonly y: number;
}
export type Anchor = 'start' | 'middle' | 'end';

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** What a chart says, in every form that it is said: a page, a document and a test read the same one. */
export interface Chart {
  /** Set as text above the picture, and the picture's accessible name. */
  readonly title: string;
  readonly description: string;
  readonly table: Table;
  /** In CSS pixels; text is `fontSize` high at any width, so a narrow chart is as readable as a wide one. */
  readonly drawing: { readonly width: number; readonly height: number; readonly shapes: readonly Shape[] };
}

export const fontSize = 16;
export const lineHeight = 21;
/** Left empty between parts, so that what is behind shows as the gap on paper and on a dark screen alike. */
export const gap = 2;
/** The colour of the text around, so that forced colours reach it. */
export const textColour = 'currentColor';

export function textAt(
  x: number,
  y: number,
  text: string,
  more: Partial<Shape & { kind: 'text' }> = {},
): Shape {
  return { kind: 'text', x, y, text, fill: textColour, anchor: 'start', bold: false, ...more };
}

/** "1,234" */
export function formatNumber(value: number): string {
  return value.toLocaleString('en-GB');
}
