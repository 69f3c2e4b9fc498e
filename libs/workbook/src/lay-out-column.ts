import type { LaidCell } from './laid-out.js';
import { harmless, markText } from './marks.js';
import type { NoteNumbers } from './note-numbers.js';
import { resolved } from './published-cell.js';
import { oneLine } from './published-texts.js';
import type { Mark, PublishedCell, PublishedColumn } from './publication.js';
import type { StyleName } from './styles.js';
import { refused } from './texts.js';

const [narrowest, widest] = [8, 100];
const longestHeader = 255;
const usualWidths = { text: 30, number: 16, share: 14, date: 14 } as const;
const numberStyles = ['whole', 'one', 'two'] as const;

/**
 * A column of a table, with the neighbour that says which of its values are revised, where any is: a number with a
 * mark in its own cell would be text. Its cells are looked through once before they are laid out.
 */
export class LaidColumn {
  /** The marks that stand in it. */
  readonly marks = new Set<Mark>();
  refersToNotes: boolean;
  private readonly header: string;
  private readonly revisedHeader: string;
  private seen = 0;
  private revised = 0;
  private fraction = false;
  private longest = 0;

  constructor(
    private readonly column: PublishedColumn,
    private readonly notes: NoteNumbers,
    sheet: string,
  ) {
    const plain = harmless(withUnit(column, sheet));
    this.header = notes.after(plain, column.notes, sheet);
    this.revisedHeader = `Revised: ${plain}`;
    this.refersToNotes = (column.notes ?? []).length > 0;
    if (Math.max(this.header.length, this.revisedHeader.length) > longestHeader)
      throw refused('A header cannot be so long', this.header);
  }

  look(cell: PublishedCell, at: string): void {
    const { value, revised, notes } = resolved(cell, this.column, at);
    this.seen++;
    if (notes.length > 0) {
      this.refersToNotes = true;
      this.notes.after('', notes, at);
    }
    if (typeof value === 'object') this.marks.add(value.mark);
    if (typeof value === 'number') {
      this.fraction ||= !Number.isInteger(value);
      this.longest = Math.max(this.longest, Math.abs(value));
    }
    if (!revised) return;
    this.revised++;
    this.marks.add('r');
  }

  /** To be asked once every cell was looked at. */
  finish(): void {
    if (this.seen === 0 || (this.revised > 0 && this.revised < this.seen)) this.marks.add('z');
  }

  get headers(): LaidCell[] {
    const own: LaidCell = { value: this.header, style: this.aside('headerOfNumbers', 'header') };
    return this.revised > 0 ? [own, { value: this.revisedHeader, style: own.style }] : [own];
  }

  get widths(): number[] {
    const words = this.header.split(' ').map(({ length }) => length + 2);
    // With separators, a sign, and room for decimals or a sign of percent.
    const digits = Math.ceil((Math.log10(this.longest + 1) * 4) / 3) + 8;
    const least = Math.max(narrowest, ...words, this.longest > 0 ? digits : 0);
    const width = Math.min(widest, Math.max(this.column.width ?? usualWidths[this.column.type], least));
    return this.revised > 0 ? [width, usualWidths.number] : [width];
  }

  cells(cell: PublishedCell): LaidCell[] {
    const { value, revised, notes } = resolved(cell, this.column, this.header);
    const marked = typeof value === 'object';
    const style = marked ? this.aside('markOfNumbers', 'text') : this.style;
    const text = marked ? markText(value.mark) : value;
    const own: LaidCell = {
      value: typeof text === 'number' || notes.length === 0 ? text : this.notes.after(text, notes),
      style,
    };
    return this.revised > 0
      ? [own, { value: markText(revised ? 'r' : 'z'), style: this.aside('markOfNumbers', 'text') }]
      : [own];
  }

  private get style(): StyleName {
    const { column } = this;
    if (column.type !== 'number') return column.type;
    return numberStyles[column.decimals ?? (this.fraction ? 1 : 0)];
  }

  private aside(ofNumbers: StyleName, ofText: StyleName): StyleName {
    return this.column.type === 'text' ? ofText : ofNumbers;
  }
}

function withUnit(column: PublishedColumn, sheet: string): string {
  const header = oneLine(column.header, sheet);
  if (column.type !== 'number' && column.type !== 'share') return header;
  const unit = oneLine(column.unit ?? '%', header);
  if (/[()]/.test(unit)) throw refused('A unit has no brackets of its own', header);
  return `${header} (${unit})`;
}
