/**
 * Stands in a cell where a value cannot: not available, not applicable, suppressed.
 * `r`, revised, stands beside the value that it is about.
 */
export type Mark = 'x' | 'z' | 'c' | 'r';
export type ValueMark = Exclude<Mark, 'r'>;

/** A paragraph of a cover; a link leads to a page (`https:`) or an address (`mailto:`). */
export type CoverLine =
  string | { readonly heading: string } | { readonly text: string; readonly link: string };

interface AnyColumn {
  /** Without its unit, which is written after it: `Live` becomes `Live (services)`. Unique on its sheet. */
  readonly header: string;
  /** Keys of the notes that the header refers to. */
  readonly notes?: readonly string[];
  /** In characters; what suits its type and header unless given. */
  readonly width?: number;
  /** What stands where there is nothing: `[x]` unless given. */
  readonly blank?: ValueMark;
}

/**
 * Shares are fractions, shown as percentages with one decimal: 0.153 is 15.3%, and the unit is `%` unless given.
 * Numbers show thousands, and so many decimals: none where all are whole, else one, unless given.
 */
export type PublishedColumn = AnyColumn &
  (
    | { readonly type: 'text' | 'date' }
    | { readonly type: 'number'; readonly unit: string; readonly decimals?: 0 | 1 | 2 }
    | { readonly type: 'share'; readonly unit?: string }
  );

/**
 * Text, a number, a date as `2026-03-31` in a column of dates, nothing, a mark that stands for the value, or a value
 * with what is said of it. Only text and marks can refer to notes: a number that did would be none. For a revised value
 * the column gets a neighbour that says so.
 */
export type PublishedCell =
  | string
  | number
  | null
  | { readonly mark: ValueMark; readonly revised?: boolean; readonly notes?: readonly string[] }
  | { readonly value: string | number; readonly revised?: boolean; readonly notes?: readonly string[] };

/** One table on a sheet of its own, with a title and what to know before reading it. */
export interface PublishedSheet {
  /** On its tab: unique, 31 characters at most. */
  readonly name: string;
  readonly title: string;
  /** Keys of the notes that the title refers to. */
  readonly notes?: readonly string[];
  /** Further lines above the table. */
  readonly lines?: readonly string[];
  readonly columns: readonly PublishedColumn[];
  /** None at all become one row of `[z]`, and a line that says so. */
  readonly rows: readonly (readonly PublishedCell[])[];
}

/** A workbook to be published: a cover, contents, notes and tables. */
export interface Publication {
  readonly title: string;
  /** Of the whole document, like `en-GB`. */
  readonly language: string;
  readonly cover: readonly CoverLine[];
  /** By keys of the writer's own. Those referred to are numbered as they come up; the others are left out. */
  readonly notes: Readonly<Record<string, string>>;
  /** What marks mean in this publication, where it is more than usual: `{ r: 'revised since revision 1' }`. */
  readonly marks?: Partial<Readonly<Record<Mark, string>>>;
  readonly sheets: readonly PublishedSheet[];
}
