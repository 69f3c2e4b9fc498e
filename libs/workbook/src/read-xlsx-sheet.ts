import { placeOf } from './addresses.js';
import type { NumberKind } from './formats.js';
import type { Grid } from './grid.js';
import { numberText, serialDate, timeText } from './values.js';
import { unescaped } from './read-xlsx-parts.js';
import { localName, longer, ownText } from './xml-parts.js';
import type { Attributes, XmlHandler } from './xml-reader.js';
import { broken } from './workbook-error.js';

/** A cell's text, or the number of the shared text that it shows. */
export type XlsxCell = string | number;

export interface XlsxStyle {
  readonly kinds: readonly NumberKind[];
  readonly from1904: boolean;
}

/** Reads the cells of a worksheet into a grid, each as a person sees it. */
export class XlsxSheet implements XmlHandler {
  private inData = false;
  private row = 0;
  private column = 0;
  private type = '';
  private kind: NumberKind = 'number';
  private value = '';
  private reading = false;
  private phonetic = false;
  /** Which of the shared texts are shown. */
  readonly shared = new Set<number>();

  constructor(
    private readonly grid: Grid<XlsxCell>,
    private readonly style: XlsxStyle,
  ) {}

  open(name: string, attributes: Attributes): void {
    const element = localName(name);
    if (element === 'sheetData') this.inData = true;
    if (!this.inData) return;
    if (element === 'row') this.startRow(attributes['r']);
    else if (element === 'c') this.startCell(attributes);
    else if (element === 'f') this.grid.formula(this.row, this.column);
    else if (element === 'rPh') this.phonetic = true;
    else if (element === 'v' || element === 't') this.reading = !this.phonetic;
  }

  text(piece: string): void {
    if (this.reading) this.value = longer(this.value, piece, `row ${this.row}`);
  }

  close(name: string): void {
    const element = localName(name);
    if (element === 'sheetData') this.inData = false;
    else if (element === 'v' || element === 't') this.reading = false;
    else if (element === 'rPh') this.phonetic = false;
    else if (element === 'c' && this.value !== '') this.endCell();
  }

  /** Rows and cells that do not say where they are come right after the one before. */
  private startRow(number: string | undefined): void {
    this.row = number === undefined ? this.row + 1 : Number(number);
    if (!Number.isInteger(this.row) || this.row < 1) throw broken();
    this.column = 0;
  }

  private startCell(attributes: Attributes): void {
    const at = attributes['r'];
    const place = at === undefined ? { row: this.row, column: this.column + 1 } : placeOf(at);
    if (!place || place.row < 1) throw broken();
    ({ row: this.row, column: this.column } = place);
    this.type = attributes['t'] ?? 'n';
    this.kind = this.style.kinds[Number(attributes['s'] ?? 0)] ?? 'number';
    this.value = '';
  }

  private endCell(): void {
    const cell = this.cell();
    this.value = '';
    if (typeof cell === 'number') this.shared.add(cell);
    if (cell !== '') this.grid.put(this.row, this.column, cell);
  }

  private cell(): XlsxCell {
    switch (this.type) {
      case 's':
        return Number(this.value);
      case 'b':
        return this.value.trim() === '1' ? 'TRUE' : 'FALSE';
      case 'd':
        return this.value.replace(/T(00:00(:00(\.0+)?)?)?Z?$/, '').replace('T', ' ');
      case 'n':
        return shownNumber(this.value, this.kind, this.style.from1904);
      case 'e':
        return this.value;
      default:
        return ownText(unescaped(this.value));
    }
  }
}

function shownNumber(text: string, kind: NumberKind, from1904: boolean): string {
  const value = Number(text);
  if (!Number.isFinite(value) || text.trim() === '') return text;
  if (typeof kind === 'object') return numberText(value).padStart(kind.digits, '0');
  if (kind === 'time' && value >= 0 && value < 1) return timeText(Math.round(value * 86_400) % 86_400);
  if (kind === 'date') return serialDate(Math.floor(value), from1904) ?? numberText(value);
  if (kind === 'date_and_time') return serialDate(value, from1904) ?? numberText(value);
  return numberText(value);
}
