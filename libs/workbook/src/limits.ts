const megabyte = 1024 * 1024;

/** How much of a file is read at most; bytes are those that come out of compression, not those it promises. */
export interface Limits {
  readonly entries: number;
  /** Of one part of the file, and of all that are read together. */
  readonly entryBytes: number;
  readonly bytes: number;
  /** How many times larger a part may come out than it went in, once it is past `ratioFrom` bytes. */
  readonly ratio: number;
  readonly ratioFrom: number;
  /** The last row and column that may hold something, counted as the spreadsheet counts, and cells in all. */
  readonly rows: number;
  readonly columns: number;
  readonly cells: number;
}

export const defaultLimits: Limits = {
  entries: 2_000,
  entryBytes: 128 * megabyte,
  bytes: 160 * megabyte,
  ratio: 200,
  ratioFrom: 4 * megabyte,
  rows: 100_000,
  columns: 500,
  cells: 1_000_000,
};
