import { type Chart } from '@headway/charts';

/** What a review pack says, in the order it is read; how it looks is decided where it is set. All text is plain. */
export interface PackDocument {
  /** "Progress of government services: Q2 2026-27 (July to September 2026)" */
  readonly title: string;
  readonly subtitle: string;
  /** Who publishes it: the document's author. */
  readonly author: string;
  readonly language: 'en-GB';
  /** ISO date, "2026-10-28"; also the document's creation date, as no clock is read. */
  readonly publishedOn: string;
  /** On the cover: quarter, revision, contact, SHA-256 of the data. */
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly sections: readonly PackSection[];
}

export interface PackSection {
  readonly heading: string;
  /** 1 begins a page; 2 is part of the 1 above it. The first is 1. */
  readonly level: 1 | 2;
  readonly blocks: readonly PackBlock[];
}

export type PackBlock =
  /** The one thing to take away, larger than the rest. */
  | { readonly kind: 'headline'; readonly sentence: string }
  /** A few large figures side by side, two to four: "15%", "of services are live or redesigned", "3 points up". */
  | { readonly kind: 'figures'; readonly items: readonly PackFigure[] }
  /** Each sentence a paragraph. */
  | { readonly kind: 'paragraphs'; readonly sentences: readonly string[] }
  | { readonly kind: 'bullets'; readonly items: readonly string[] }
  | { readonly kind: 'definitions'; readonly items: readonly (readonly [term: string, text: string])[] }
  /**
   * A long list in small print and two columns: what a thing is called, and all else in a line:
   * "Apply for a fishing licence", "HDW-00001. Live since 1 April 2026. External. Target 31 March 2027."
   */
  | { readonly kind: 'entries'; readonly items: readonly (readonly [name: string, text: string])[] }
  /** Drawn `chartWidth` wide. Its table is not: say it in a table of its own. */
  | { readonly kind: 'chart'; readonly chart: Chart }
  /** Up to 2,000 rows, as each takes 0.1 MB to set, and ten columns; `entries` take a fifth of that. */
  | ({ readonly kind: 'table' } & PackTable)
  /** Small print under what it explains: sources, "[x] means not available". */
  | { readonly kind: 'notes'; readonly items: readonly string[] };

export interface PackFigure {
  readonly figure: string;
  readonly text: string;
  readonly change?: string;
}

export interface PackTable {
  readonly caption: string;
  readonly columns: readonly PackColumn[];
  /** One cell a column, or it is refused; numbers are written "1,234", null is an empty cell. */
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** Whether the first cell of a row names the row; true where it is not said. */
  readonly headerColumn?: boolean;
}

export interface PackColumn {
  readonly header: string;
  /** `number` stands right, also for "15%" and "[x]". */
  readonly type: 'text' | 'number';
  /** Share of the page's width, 1 where only others say one; where none does, widths follow the texts. */
  readonly width?: number;
}

/** In CSS pixels: draw charts this wide, and their text is as large as the text around them. */
export const chartWidth = 720;
/** In CSS pixels: a chart taller than a page is made smaller to fit one. */
export const chartHeight = 920;
