import type { Table } from '@headway/charts';
import type { Review, ReviewTable } from '@headway/contract';
import { fileTable, notTold, packName, valueWords } from '@headway/domain';
import { marks } from './review-words';

/** A table of a review in words, as its page sets it. */
export interface ShownTable {
  readonly key: string;
  readonly caption: string;
  /** Mostly words: on a narrow screen each row is a card. */
  readonly list: boolean;
  /** A long list, which opens when it is asked for. */
  readonly folded: boolean;
  readonly columns: readonly { readonly key: string; readonly header: string; readonly numeric: boolean }[];
  readonly rows: readonly ShownRow[];
  /** What to know of its figures: lines of its own, notes, marks, and how much of it is here. */
  readonly remarks: readonly string[];
  readonly size: string;
  /** The same as a file, the one that the zip has too; null where the page has only the first rows. */
  readonly file: { readonly name: string; readonly table: () => Table } | null;
}

interface ShownRow {
  readonly key: string;
  readonly level: number;
  readonly cells: readonly ShownCell[];
}

interface ShownCell {
  readonly text: string;
  /** Names what the row is of. */
  readonly heads: boolean;
  readonly numeric: boolean;
  /** Its column, where cells stand beneath each other; null where the cell says enough. */
  readonly label: string | null;
  /** A figure, a date or a word stays on one line; many words need room. */
  readonly whole: boolean;
  readonly long: boolean;
}

/** Lists of more rows than that open when asked for; tables of figures always stand open. */
const mostOpenRows = 30;
const longText = 48;
const shortText = 12;
/** Beside rows that stand beneath each other, it says again what their places say. */
const saidByPlace = 'part_of';

/** A table with its notes numbered as in the files. Lines that the page says already are not said again. */
export function tableShown(
  table: ReviewTable,
  review: Pick<Review, 'notes' | 'quarter' | 'revision'>,
  said: ReadonlySet<string>,
): ShownTable {
  const { key, title, headers, total } = table;
  const { notes } = review;
  const places = [...table.columns.entries()].filter(([, column]) => column.key !== saidByPlace);
  const ofAll = notesOfAll(table);
  const columns = places.map(([, column]) => ({
    key: column.key,
    numeric: isNumeric(column),
    header: [
      unitWords(column),
      ...column.notes.filter((note) => !ofAll.includes(note)).map((note) => noteMark(note, notes)),
    ].join(' '),
  }));
  const rows = table.rows.map((row) => ({
    key: row.key,
    level: row.level,
    cells: places.map(([n, column]) => {
      const text = cellWords(row, column, n);
      return {
        text,
        heads: n < headers,
        numeric: isNumeric(column),
        label: n === 0 ? null : column.header,
        whole: column.type !== 'text' || text.length <= shortText,
        long: text.length > longText,
      };
    }),
  }));
  const words = places.filter(([n, column]) => n >= headers && !isNumeric(column)).length;
  const list = words * 3 >= places.length - headers;
  const size =
    rows.length < total
      ? `the first ${number(rows.length)} of ${number(total)} rows`
      : `${number(total)} ${total === 1 ? 'row' : 'rows'}`;
  return {
    ...{ key, caption: title, list, folded: list && rows.length > mostOpenRows, columns, rows, size },
    remarks: [
      ...(rows.length < total ? [`These are ${size}. The files to download hold all of them.`] : []),
      ...table.lines.filter((line) => !said.has(line)),
      ...notesOf(table, notes),
      ...marks
        .filter(({ mark }) => rows.some(({ cells }) => cells.some(({ text }) => text.endsWith(mark))))
        .map(({ mark, meaning }) => `${mark} ${meaning}`),
    ],
    file:
      rows.length < total ? null : { name: `${packName(review)}-${key}.csv`, table: () => fileTable(table) },
  };
}

type Column = ReviewTable['columns'][number];

function isNumeric({ type }: Column): boolean {
  return type !== 'text' && type !== 'date';
}

/** "Slippage (days)". That services are counted, and shares are in per cent, the caption and the cells say. */
function unitWords({ header, unit, type }: Column): string {
  if (unit === null || type === 'share' || ['services', 'number'].includes(unit)) return header;
  const short = unit === 'percentage points' ? 'points' : unit;
  return header.toLowerCase().includes(short) ? header : `${header} (${short})`;
}

/** "15.3%", "1,234 [r]", "[z]". */
function cellWords(
  { cells, revised, suppressed }: ReviewTable['rows'][number],
  column: Column,
  n: number,
): string {
  if (suppressed.includes(column.key)) return notTold;
  const value = cells[n] ?? null;
  const words = value === null ? `[${column.blank}]` : valueWords(column, value);
  return revised.includes(column.key) ? `${words} [r]` : words;
}

/** Of every figure of a table: nothing that each of its columns need say. */
function notesOfAll({ columns, headers }: ReviewTable): readonly string[] {
  const figures = columns.slice(headers);
  return figures[0]?.notes.filter((note) => figures.every(({ notes }) => notes.includes(note))) ?? [];
}

/** Does not break over lines. */
function noteMark(key: string, notes: Review['notes']): string {
  return `[note\u00a0${notes.findIndex((note) => note.key === key) + 1}]`;
}

function notesOf(table: ReviewTable, notes: Review['notes']): string[] {
  const used = new Set([...table.notes, ...table.columns.flatMap((column) => column.notes)]);
  return notes.filter(({ key }) => used.has(key)).map(({ key, text }) => `${noteMark(key, notes)} ${text}`);
}

function number(n: number): string {
  return n.toLocaleString('en-GB');
}
