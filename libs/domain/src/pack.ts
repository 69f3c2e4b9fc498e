import type { ComparedWith, Definition } from './snapshot.js';

/** The forms of a review pack, as people choose among them. */
export const packFormats = ['ods', 'xlsx', 'pdf', 'csv', 'json'] as const;
export type PackFormat = (typeof packFormats)[number];

/** What a form is called, what it is made of, and how its file's name ends. */
export const packForms: Readonly<
  Record<PackFormat, { readonly label: string; readonly type: string; readonly ending: string }>
> = {
  ods: {
    label: 'OpenDocument spreadsheet',
    type: 'application/vnd.oasis.opendocument.spreadsheet',
    ending: 'ods',
  },
  xlsx: {
    label: 'Excel workbook',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ending: 'xlsx',
  },
  pdf: { label: 'PDF', type: 'application/pdf', ending: 'pdf' },
  csv: { label: 'CSV files in a zip', type: 'application/zip', ending: 'csv.zip' },
  json: { label: 'JSON', type: 'application/json', ending: 'json' },
};

/** Text, a number, a date as `2026-03-31`; null is what is not there. */
export type PackValue = string | number | null;

export const packColumnTypes = ['text', 'number', 'share', 'points', 'margin', 'date'] as const;

/**
 * `share` is in per cent and `points` in percentage points, up or down, both worked out before they were rounded to one
 * decimal, so that every form prints the same figure; `margin` is how many points something may be off, either way.
 * What is null is not available (`x`) or does not apply (`z`), unless its row says that it is suppressed (`c`).
 */
export interface PackColumn {
  /** A name of lower case letters, digits and underscores, unique in its table. */
  readonly key: string;
  readonly header: string;
  readonly type: (typeof packColumnTypes)[number];
  /** What a number counts: "services", "days". */
  readonly unit: string | null;
  readonly blank: 'x' | 'z';
  /** Keys of the pack's notes. */
  readonly notes: readonly string[];
}

export interface PackRow {
  /** What the row is of, the same in every revision: a slug, a reference, a stage. */
  readonly key: string;
  /** 0, or more for a part of the row above that is counted in it. */
  readonly level: number;
  readonly cells: readonly PackValue[];
  /** Keys of the columns whose value differs from what was said before. */
  readonly revised: readonly string[];
  /** Keys of the columns whose value is not told, as it could tell something about a person; it is null here. */
  readonly suppressed: readonly string[];
}

export interface PackTable {
  readonly key: string;
  /** On the tab of a sheet: 31 characters at most. */
  readonly name: string;
  readonly title: string;
  /** What to know before reading it. */
  readonly lines: readonly string[];
  readonly notes: readonly string[];
  /** How many of the first columns name what a row is of. */
  readonly headers: number;
  readonly columns: readonly PackColumn[];
  readonly rows: readonly PackRow[];
}

export const packSectionKeys = [
  'headline',
  'trend',
  'organisations',
  'audiences',
  'offices',
  'movements',
  'same_services',
  'signals',
  'targets',
  'barriers',
  'confidence',
  'pulse',
  'returns',
  'services',
  'revisions',
] as const;
export type PackSectionKey = (typeof packSectionKeys)[number];

/** What is said of one matter: in sentences, and in tables by their keys. */
export interface PackSection {
  readonly key: PackSectionKey;
  readonly heading: string;
  readonly sentences: readonly string[];
  readonly tables: readonly string[];
}

/** What a snapshot says, before it takes any form. Every form is written from it, so that none can disagree. */
export interface Pack {
  /** "Progress of government services: Q2 2026-27" */
  readonly title: string;
  /** "Position on 30 September 2026" */
  readonly subtitle: string;
  readonly revision: number;
  readonly frozenAt: string;
  readonly contact: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
  /** The few sentences to take away; the first is the headline. */
  readonly headline: readonly string[];
  readonly changes: Readonly<Record<ComparedWith, readonly string[]>>;
  readonly sections: readonly PackSection[];
  readonly tables: readonly PackTable[];
  /** By key, in the order in which they are numbered. */
  readonly notes: Readonly<Record<string, string>>;
  readonly definitions: readonly { readonly heading: string; readonly terms: readonly Definition[] }[];
}
