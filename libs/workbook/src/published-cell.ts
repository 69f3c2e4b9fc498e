import { harmless } from './marks.js';
import type { PublishedCell, PublishedColumn, ValueMark } from './publication.js';
import { cellText, refused } from './texts.js';
import { dateSerial } from './values.js';

/** What a cell holds: a value, or the mark that stands for it. */
export interface Resolved {
  readonly value: string | number | { readonly mark: ValueMark };
  readonly revised: boolean;
  /** Keys of the notes that it refers to. */
  readonly notes: readonly string[];
}

/** Spreadsheets keep 15 digits of a number. */
const largest = 1e15;
const none: readonly string[] = [];

/** @throws WorkbookError where the value is none that its column could hold. */
export function resolved(cell: PublishedCell, column: PublishedColumn, at: string): Resolved {
  if (cell === null || typeof cell !== 'object')
    return { value: valueOf(cell, column, at), revised: false, notes: none };
  const { revised = false, notes = none } = cell;
  if ('mark' in cell) return { value: { mark: cell.mark }, revised, notes };
  const value = valueOf(cell.value, column, at);
  if (notes.length > 0 && (typeof value === 'number' || column.type === 'date'))
    throw refused('Only text can refer to a note: let the header, or the text of the row', at);
  return { value, revised, notes };
}

function valueOf(value: string | number | null, column: PublishedColumn, at: string): Resolved['value'] {
  if (value === null || (typeof value === 'string' && value.trim() === ''))
    return { mark: column.blank ?? 'x' };
  if (column.type === 'text' && typeof value === 'string') return harmless(cellText(value, at));
  if (column.type === 'date' && typeof value === 'string' && dateSerial(value) !== null) return value;
  const numeric = column.type === 'number' || column.type === 'share';
  if (numeric && typeof value === 'number' && Math.abs(value) < largest) return value;
  throw refused(`A column of type ${column.type} cannot hold this`, at);
}
