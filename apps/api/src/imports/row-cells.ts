import { dateBroken } from '@headway/domain';
import { columnLetters } from '@headway/workbook';
import { isInstant } from '@headway/domain';
import type * as z from 'zod';
import { dateIn, numberIn } from './cells.js';
import { plain } from './columns.js';
import { anotherDay, notAnInstant, ofAnotherDay } from './known-at.js';
import { type Say, type SheetColumn, sheetColumns } from './findings.js';

const spreadsheetError = /^#(n\/a|ref!|value!|name\?|div\/0!|num!|null!|spill!|calc!)$/i;
const standIn = /^(-+|–|—|\?|n\/?a|none|\[.*\]|tbc|tbd)$/i;
/** What is called None or TBC is called so: in a name only marks and brackets stand in for nothing. */
const named: ReadonlySet<SheetColumn> = new Set(['name', 'organisation', 'owner', 'description']);
/** What stands in a barrier is said in somebody's own words, marks and all. */
const ownWords: ReadonlySet<SheetColumn> = new Set(['barrier', 'nextAction', 'nextActionOwner']);
const noName = /^(-+|–|—|\?|\[.*\])$/;
/** A CSV download puts an apostrophe before what a spreadsheet would take for a formula. */
export const madeHarmless = /^'(?='*[=+\-@\t\r])/;
const severalLines: ReadonlySet<SheetColumn> = new Set(['note', 'description', 'barrier', 'nextAction']);

/** Whether something is written where there is nothing to say. */
function standsIn(column: SheetColumn, text: string): boolean {
  return !ownWords.has(column) && (named.has(column) ? noName : standIn).test(text);
}

/** The cells of one row by column. Whatever cannot be read is said once, by column, and breaks the row. */
export class RowCells {
  broken = false;

  constructor(
    private readonly cells: readonly string[],
    private readonly at: ReadonlyMap<SheetColumn, number>,
    private readonly apostrophes: boolean,
    private readonly say: Say,
  ) {}

  has(column: SheetColumn): boolean {
    return this.at.has(column);
  }

  /** The text of a cell; null where blank or where something stands in for nothing. */
  text(column: SheetColumn): string | null {
    const raw = this.raw(column);
    const typed = this.apostrophes ? raw.replace(madeHarmless, '') : raw;
    const text = severalLines.has(column)
      ? typed.replace(/\r\n?/g, '\n')
      : typed.replace(/\s*[\r\n]+\s*/g, ' ');
    return text === '' || spreadsheetError.test(text) || standsIn(column, text) ? null : text;
  }

  /** A cell that must hold something, as a schema takes it. */
  required<T>(column: SheetColumn, schema: z.ZodType<T>): T | null {
    return this.needed(column, this.parsed(column, schema));
  }

  /** A cell that may be blank, as a schema takes it. */
  optional<T>(column: SheetColumn, schema: z.ZodType<T>): T | null {
    this.explainBlank(column);
    return this.parsed(column, schema);
  }

  requiredChoice<T>(column: SheetColumn, names: ReadonlyMap<string, T>): T | null {
    return this.needed(column, this.chosen(column, names));
  }

  choice<T>(column: SheetColumn, names: ReadonlyMap<string, T>): T | null {
    this.explainBlank(column);
    return this.chosen(column, names);
  }

  date(column: SheetColumn): string | null {
    this.explainBlank(column);
    return this.parsedDate(column);
  }

  requiredDate(column: SheetColumn): string | null {
    return this.needed(column, this.parsedDate(column));
  }

  /** An instant as downloads write it, to the millisecond. */
  instant(column: SheetColumn): string | null {
    const text = this.text(column);
    if (text === null) return null;
    if (isInstant(text)) return new Date(text).toISOString();
    const other = ofAnotherDay(text);
    if (other) this.error(column, anotherDay, other);
    else this.error(column, 'not_an_instant', notAnInstant(text));
    return null;
  }

  number(column: SheetColumn): number | null {
    this.explainBlank(column);
    const text = this.text(column);
    const value = text === null ? null : numberIn(text);
    if (text !== null && value === null)
      this.error(column, 'not_a_number', `${text} is not a whole number of 0 or more`);
    return value;
  }

  /** The row has cells past the header's last. */
  refuseRagged(width: number): void {
    const over = this.cells.findIndex((cell, index) => index >= width && cell.trim() !== '');
    if (over === -1) return;
    const where = `the cell in column ${columnLetters(over + 1)} has no heading`;
    this.error(
      null,
      'row_ragged',
      `The row has ${this.cells.length} cells but the header has ${width}: ${where}`,
    );
  }

  error(column: SheetColumn | null, code: string, message: string): void {
    this.broken = true;
    this.say('error', column, code, message);
  }

  warning(column: SheetColumn, code: string, message: string): void {
    this.say('warning', column, code, message);
  }

  private raw(column: SheetColumn): string {
    return (this.cells[this.at.get(column) ?? -1] ?? '').trim();
  }

  /** Says what a blank cell holds that is no value. */
  private explainBlank(column: SheetColumn): void {
    const raw = this.raw(column);
    if (raw === '' || this.text(column) !== null) return;
    if (spreadsheetError.test(raw)) this.spreadsheetError(column, raw);
    else this.warning(column, 'read_as_blank', `${raw} is read as blank`);
  }

  private needed<T>(column: SheetColumn, value: T | null): T | null {
    if (value !== null) return value;
    this.broken = true;
    if (!this.has(column) || this.text(column) !== null) return null;
    const raw = this.raw(column);
    if (spreadsheetError.test(raw)) this.spreadsheetError(column, raw);
    else
      this.error(
        column,
        'value_missing',
        `${sheetColumns[column]} is missing${raw ? `: the cell says ${raw}` : ''}`,
      );
    return null;
  }

  private spreadsheetError(column: SheetColumn, raw: string): void {
    this.error(column, 'spreadsheet_error', `${sheetColumns[column]} holds the error ${raw}`);
  }

  private parsed<T>(column: SheetColumn, schema: z.ZodType<T>): T | null {
    const text = this.text(column);
    if (text === null) return null;
    const result = schema.safeParse(text);
    if (result.success) return result.data;
    const [issue] = result.error.issues;
    this.error(column, issue!.code === 'custom' ? 'invalid_value' : issue!.code, issue!.message);
    return null;
  }

  private parsedDate(column: SheetColumn): string | null {
    const text = this.text(column);
    const date = text === null ? null : dateIn(text);
    if (text !== null && date === null)
      this.error(column, 'not_a_date', `${text} is not a date, like 2026-03-31 or 31/03/2026`);
    const slip = date && dateBroken(date, sheetColumns[column]);
    if (slip) this.error(column, slip.code, slip.message);
    return date;
  }

  private chosen<T>(column: SheetColumn, names: ReadonlyMap<string, T>): T | null {
    const text = this.text(column);
    if (text === null) return null;
    const value = names.get(plain(text));
    if (value !== undefined) return value;
    const choices = [...new Set([...names.keys()].filter((name) => !name.includes('_')))].join(', ');
    this.error(column, 'unknown_value', `${text} is not one of: ${choices}`);
    return null;
  }
}
