import { placeOf } from '../addresses.js';
import { Grid } from '../grid.js';
import type { Limits } from '../limits.js';
import { unescaped } from '../read-xlsx-parts.js';
import { broken } from '../workbook-error.js';
import { localName, longer, ownText } from '../xml-parts.js';
import type { Attributes, XmlHandler } from '../xml-reader.js';
import { isTrue } from './find-xlsx-styles.js';
import type { Look } from './found.js';

/** A cell before its text is known: the number of a shared one, or what it says itself. */
export interface XlsxFound {
  readonly type: string;
  readonly value: string;
  readonly formula: boolean;
  readonly style: number;
}

/** All that the part of a worksheet tells. */
export class XlsxSheetFound implements XmlHandler {
  readonly grid: Grid<XlsxFound>;
  readonly widths: (number | undefined)[] = [];
  readonly merged: string[] = [];
  /** By cell: the id of a relationship, or a place in the workbook. */
  readonly links = new Map<string, { readonly id: string } | { readonly place: string }>();
  readonly tableIds: string[] = [];
  hides = false;
  frozen = false;
  filtered = false;
  decorated = false;
  opensCell = 'A1';
  private row = 0;
  private column = 0;
  private cell = { type: 'n', value: '', formula: false, style: 0 };
  private reading = false;

  constructor(
    limits: Limits,
    private readonly looks: readonly Look[],
  ) {
    this.grid = new Grid(limits);
  }

  open(name: string, attributes: Attributes): void {
    const element = localName(name);
    if (element === 'c') this.startCell(attributes);
    else if (element === 'v' || element === 't') this.reading = true;
    else if (element === 'f') this.cell.formula = true;
    else if (element === 'row') this.startRow(attributes);
    else this.aside(element, attributes);
  }

  text(piece: string): void {
    if (this.reading) this.cell.value = longer(this.cell.value, piece, `row ${this.row}`);
  }

  close(name: string): void {
    const element = localName(name);
    if (element === 'v' || element === 't') this.reading = false;
    else if (element === 'c' && (this.cell.value !== '' || this.cell.formula))
      this.grid.put(this.row, this.column, { ...this.cell, value: ownText(this.cell.value) });
  }

  private startRow({ r, hidden, s }: Attributes): void {
    this.row = r === undefined ? this.row + 1 : Number(r);
    if (!Number.isInteger(this.row) || this.row < 1) throw broken();
    this.column = 0;
    this.hides ||= isTrue(hidden);
    this.decorate(s);
  }

  private startCell({ r, t, s }: Attributes): void {
    const place = r === undefined ? { row: this.row, column: this.column + 1 } : placeOf(r);
    if (!place) throw broken();
    ({ row: this.row, column: this.column } = place);
    this.cell = { type: t ?? 'n', value: '', formula: false, style: Number(s ?? 0) };
    this.decorate(s);
  }

  private aside(element: string, attributes: Attributes): void {
    if (element === 'pane') this.frozen = true;
    else if (element === 'sheetView') this.opensCell = attributes['topLeftCell'] ?? this.opensCell;
    else if (element === 'selection') this.opensCell = attributes['activeCell'] ?? this.opensCell;
    else if (element === 'sheetFormatPr') this.hides ||= isTrue(attributes['zeroHeight']);
    else if (element === 'col') this.columns(attributes);
    else if (element === 'mergeCell') this.merged.push(attributes['ref'] ?? '');
    else if (element === 'autoFilter') this.filtered = true;
    else if (element === 'conditionalFormatting') this.decorated = true;
    else if (element === 'hyperlink') this.link(attributes);
    else if (element === 'tablePart') this.tableIds.push(idOf(attributes));
  }

  private columns({ min, max, width, hidden, style }: Attributes): void {
    this.hides ||= isTrue(hidden);
    this.decorate(style);
    // What is set for all columns to the end of the sheet need not be counted out.
    for (let column = Number(min); column <= Math.min(Number(max), 500); column++)
      this.widths[column - 1] = width === undefined ? undefined : Number(width);
  }

  private link(attributes: Attributes): void {
    const [cell = ''] = (attributes['ref'] ?? '').split(':');
    const place = attributes['location'];
    this.links.set(cell, place === undefined ? { id: idOf(attributes) } : { place });
  }

  private decorate(style: string | undefined): void {
    if (style !== undefined && this.looks[Number(style)]?.filled) this.decorated = true;
  }
}

/** What a cell says itself. */
export function ownValue({ type, value }: XlsxFound): string {
  return type === 'n' || type === 'b' ? value : unescaped(value);
}

function idOf(attributes: Attributes): string {
  return Object.entries(attributes).find(([key]) => localName(key) === 'id')?.[1] ?? '';
}
