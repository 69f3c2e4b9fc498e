import { Grid } from '../grid.js';
import type { Limits } from '../limits.js';
import { OdsParagraphs } from '../read-ods-paragraphs.js';
import { broken } from '../workbook-error.js';
import { ownText } from '../xml-parts.js';
import type { Attributes, XmlHandler } from '../xml-reader.js';
import { type OdsStyles } from './find-ods-styles.js';
import type { FoundCell } from './found.js';

/** One sheet as its content tells it. */
export interface OdsSheet {
  readonly name: string;
  readonly style: string;
  readonly grid: Grid<FoundCell>;
  readonly columnStyles: string[];
  readonly widths: (number | undefined)[];
  readonly merged: string[];
  hides: boolean;
  decorated: boolean;
  /** Rows that are marked as headers. */
  readonly headerRows: Set<number>;
}

export interface OdsRange {
  readonly name: string;
  readonly range: string;
  readonly header: boolean;
  filtered: boolean;
}

const mostColumns = 500;

/** All that the content of an ODS workbook tells: its own styles, its sheets, and the ranges marked in them. */
export class OdsContentFound implements XmlHandler {
  readonly sheets: OdsSheet[] = [];
  readonly ranges: OdsRange[] = [];
  private row = 1;
  private column = 1;
  private rowAttributes: Attributes = {};
  private cell: Attributes | null = null;
  private link: string | null = null;
  private inHeader = false;
  private readonly paragraphs = new OdsParagraphs();

  constructor(
    private readonly limits: Limits,
    private readonly styles: OdsStyles,
  ) {}

  open(name: string, attributes: Attributes): void {
    if (name === 'table:table') this.startTable(attributes);
    else if (name === 'table:table-column') this.addColumns(attributes);
    else if (name === 'table:table-header-rows') this.inHeader = true;
    else if (name === 'table:table-row') this.startRow(attributes);
    else if (/^table:(covered-)?table-cell$/.test(name)) this.startCell(attributes);
    else if (name === 'table:database-range') this.addRange(attributes);
    else if (name === 'table:filter') this.filter();
    else if (/conditional-format$/.test(name) && this.sheet) this.sheet.decorated = true;
    else if (this.cell) this.inCell(name, attributes);
    else this.styles.open(name, attributes);
  }

  text(piece: string): void {
    if (this.cell) this.paragraphs.piece(piece);
    else this.styles.text(piece);
  }

  close(name: string): void {
    if (/^table:(covered-)?table-cell$/.test(name)) this.endCell();
    else if (name === 'table:table-row')
      this.row += repeated(this.rowAttributes['table:number-rows-repeated']);
    else if (name === 'table:table-header-rows') this.inHeader = false;
    else if (this.cell) this.paragraphs.close(name);
    else this.styles.close(name);
  }

  private get sheet(): OdsSheet | undefined {
    return this.sheets.at(-1);
  }

  private startTable(attributes: Attributes): void {
    [this.row, this.column] = [1, 1];
    this.sheets.push({
      ...{ name: attributes['table:name'] ?? '', style: attributes['table:style-name'] ?? '' },
      ...{
        grid: new Grid<FoundCell>(this.limits),
        columnStyles: [],
        widths: [],
        merged: [],
        headerRows: new Set<number>(),
      },
      ...{ hides: false, decorated: 'table:template-name' in attributes },
    });
  }

  private addColumns(attributes: Attributes): void {
    const { columnStyles, widths } = this.sheet!;
    this.hide(attributes);
    const style = attributes['table:default-cell-style-name'] ?? '';
    this.decorate(style);
    const count = repeated(attributes['table:number-columns-repeated']);
    for (let n = 0; n < count && widths.length < mostColumns; n++) {
      widths.push(this.styles.width(attributes['table:style-name'] ?? ''));
      columnStyles.push(style);
    }
  }

  private startRow(attributes: Attributes): void {
    this.rowAttributes = attributes;
    this.column = 1;
    this.hide(attributes);
    this.decorate(attributes['table:default-cell-style-name'] ?? '');
    if (this.inHeader) this.sheet!.headerRows.add(this.row);
  }

  private startCell(attributes: Attributes): void {
    this.cell = attributes;
    this.link = null;
    const spans = ['table:number-columns-spanned', 'table:number-rows-spanned'].map((key) =>
      Number(attributes[key] ?? 1),
    );
    if (spans.some((span) => span > 1)) this.sheet!.merged.push(`row ${this.row}, column ${this.column}`);
    this.decorate(attributes['table:style-name'] ?? '');
  }

  private inCell(name: string, attributes: Attributes): void {
    if (name === 'text:a') this.link = placeOf(attributes['xlink:href'] ?? '');
    this.paragraphs.open(name, attributes);
  }

  private endCell(): void {
    const attributes = this.cell!;
    const { grid, columnStyles } = this.sheet!;
    const count = repeated(attributes['table:number-columns-repeated']);
    const text = ownText(textOf(attributes, this.paragraphs.text));
    const formula = 'table:formula' in attributes;
    const style =
      attributes['table:style-name'] ??
      this.rowAttributes['table:default-cell-style-name'] ??
      columnStyles[this.column - 1] ??
      '';
    if (text !== '' || formula) {
      const rows = repeated(this.rowAttributes['table:number-rows-repeated']);
      const found = { ...typed(attributes, this.styles.look(style)), text, formula, link: this.link };
      for (let row = 0; row < rows; row++)
        for (let n = 0; n < count; n++) {
          const place = { row: this.row + row, column: this.column + n };
          grid.put(place.row, place.column, { ...place, ...found });
        }
    }
    this.column += count;
    this.cell = null;
    this.paragraphs.clear();
  }

  private addRange(attributes: Attributes): void {
    this.ranges.push({
      name: attributes['table:name'] ?? '',
      range: attributes['table:target-range-address'] ?? '',
      header: attributes['table:contains-header'] !== 'false',
      filtered: attributes['table:display-filter-buttons'] === 'true',
    });
  }

  private filter(): void {
    const range = this.ranges.at(-1);
    if (range) range.filtered = true;
  }

  private hide(attributes: Attributes): void {
    if ((attributes['table:visibility'] ?? 'visible') !== 'visible') this.sheet!.hides = true;
  }

  private decorate(style: string): void {
    if (style !== '' && this.styles.look(style).filled) this.sheet!.decorated = true;
  }
}

const numberKinds: Readonly<Record<string, string>> = { float: 'number', percentage: 'share', date: 'date' };

/** What a cell says it is; a number whose format is of another kind than its value has none that fits. */
function typed(attributes: Attributes, look: FoundCell['look']): Pick<FoundCell, 'type' | 'look'> {
  const type = attributes['office:value-type'];
  if (type === undefined) return { type: 'untyped', look };
  if (type === 'string') return { type: 'text', look };
  const kind = numberKinds[type];
  if (kind === undefined) return { type: 'other', look };
  return { type: 'number', look: look.format.kind === kind ? look : { ...look, format: { kind: 'other' } } };
}

function textOf(attributes: Attributes, shown: string): string {
  return (
    attributes['office:value'] ??
    attributes['office:date-value'] ??
    (shown || (attributes['office:string-value'] ?? ''))
  );
}

/** `#` and the sheet of `#'By organisation'.A1`; other links as they are. */
function placeOf(link: string): string {
  return link.startsWith('#')
    ? `#${link
        .slice(1)
        .replace(/\.[^.]*$/, '')
        .replace(/^\$?'(.*)'$/s, '$1')}`
    : link;
}

function repeated(text: string | undefined): number {
  const count = Number(text ?? 1);
  if (!Number.isInteger(count) || count < 1) throw broken();
  return count;
}
