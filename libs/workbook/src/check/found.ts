/** What the checker reads from a file, the same for both formats: rows and columns count from 1. */
export interface FoundFile {
  readonly title: string;
  readonly language: string;
  /** Of its text, where the format says it apart from that of the document. */
  readonly textLanguage: string | null;
  /** Whether each part bears the first day that a zip can say, and no part tells when it was made. */
  readonly timeless: boolean;
  /** The sheet that shows when the file is opened, counted from 0. */
  readonly opensSheet: number;
  readonly sheets: readonly FoundSheet[];
}

export interface FoundSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Rows or columns that do not show. */
  readonly hides: boolean;
  /** Every cell that holds something, by row and then column. */
  readonly cells: readonly FoundCell[];
  /** Of columns from the first, in characters; undefined where the sheet says none. */
  readonly widths: readonly (number | undefined)[];
  readonly merged: readonly string[];
  /** Whether cells get colours from elsewhere than their own look: blank ones, conditions, styles of tables. */
  readonly decorated: boolean;
  readonly frozen: boolean;
  readonly filtered: boolean;
  /** The cell that is chosen when it is opened. */
  readonly opensCell: string;
  readonly tables: readonly FoundTable[];
}

export interface FoundTable {
  readonly name: string;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  /** How many of its rows are marked as headers. */
  readonly headerRows: number;
  readonly filtered: boolean;
  /** Its headers as the mark has them, where the format repeats them there. */
  readonly headers: readonly string[] | null;
}

export interface FoundCell {
  readonly row: number;
  readonly column: number;
  /** What kind of value the file says it is; `untyped` where it does not say. */
  readonly type: 'text' | 'number' | 'untyped' | 'other';
  readonly text: string;
  readonly formula: boolean;
  /** A page, an address, or `#` and a sheet. */
  readonly link: string | null;
  readonly look: Look;
}

export interface Look {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly filled: boolean;
  readonly wrapped: boolean;
  readonly right: boolean;
  readonly font: string;
  readonly points: number;
  readonly format: Format;
  /** Whether text that looks like a formula is told to stay text; null where the format has no need to. */
  readonly quoted: boolean | null;
}

export type Format =
  | { readonly kind: 'plain' | 'date' | 'other' }
  | { readonly kind: 'number' | 'share'; readonly decimals: number; readonly thousands: boolean };
