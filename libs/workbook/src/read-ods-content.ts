import type { Grid } from './grid.js';
import { OdsParagraphs } from './read-ods-paragraphs.js';
import { numberText } from './values.js';
import { WorkbookError, broken } from './workbook-error.js';
import { ownText } from './xml-parts.js';
import type { Attributes, XmlHandler } from './xml-reader.js';

interface OdsCell {
  readonly column: number;
  readonly repeated: number;
  readonly text: string;
  readonly formula: boolean;
}

/** Parts of a cell or sheet that are none of its text: comments, pictures, readings of signs, sheets in sheets. */
const aside =
  /^(office:annotation|draw:|text:ruby-text|text:note|table:shapes|table:detective|office:forms|presentation:)/;
const cellNames = new Set(['table:table-cell', 'table:covered-table-cell']);

/** Reads the cells of one sheet of an ODS workbook into a grid, each as a person sees it. */
export class OdsContent implements XmlHandler {
  /** The sheet that is read, null until it is found. */
  name: string | null = null;
  readonly names: string[] = [];
  private readonly hiddenStyles = new Set<string>();
  private style = '';
  private inTable = false;
  private reading = false;
  private skipped = 0;
  private row = 1;
  private rowRepeated = 1;
  private column = 1;
  private cells: OdsCell[] = [];
  private cell: Attributes | null = null;
  private readonly paragraphs = new OdsParagraphs();

  constructor(
    private readonly grid: Grid<string>,
    private readonly named: string | null,
  ) {}

  open(name: string, attributes: Attributes): void {
    refuseOutside(name);
    if (this.skipped > 0 || (this.inTable && (aside.test(name) || name === 'table:table'))) {
      this.skipped++;
      return;
    }
    if (name === 'table:table') this.startTable(attributes);
    else if (name === 'style:style') this.style = attributes['style:name'] ?? '';
    else if (name === 'style:table-properties' && attributes['table:display'] === 'false')
      this.hiddenStyles.add(this.style);
    if (!this.reading) return;
    if (name === 'table:table-row') this.startRow(attributes);
    else if (cellNames.has(name)) this.cell = attributes;
    else if (this.cell) this.paragraphs.open(name, attributes);
  }

  text(piece: string): void {
    if (this.cell && this.skipped === 0) this.paragraphs.piece(piece);
  }

  close(name: string): void {
    if (this.skipped > 0) {
      this.skipped--;
      return;
    }
    if (name === 'table:table') this.inTable = this.reading = false;
    if (!this.reading) return;
    if (cellNames.has(name)) this.endCell();
    else if (name === 'table:table-row') this.endRow();
    else if (this.cell) this.paragraphs.close(name);
  }

  private startTable(attributes: Attributes): void {
    this.inTable = true;
    const name = attributes['table:name'] ?? '';
    if (this.hiddenStyles.has(attributes['table:style-name'] ?? '')) return;
    this.names.push(name);
    this.reading = this.name === null && (this.named === null || this.named === name);
    if (this.reading) this.name = name;
  }

  private startRow(attributes: Attributes): void {
    this.rowRepeated = repeatedBy(attributes['table:number-rows-repeated']);
    this.column = 1;
    this.cells = [];
  }

  private endCell(): void {
    const attributes = this.cell!;
    const repeated = repeatedBy(attributes['table:number-columns-repeated']);
    const text = shownText(attributes, this.paragraphs.text);
    const formula = 'table:formula' in attributes;
    if (text !== '' || formula) this.cells.push({ column: this.column, repeated, text, formula });
    this.column += repeated;
    this.cell = null;
    this.paragraphs.clear();
  }

  /** What repeats and holds nothing costs nothing, however often it does. */
  private endRow(): void {
    for (const { column, formula } of this.cells) if (formula) this.grid.formula(this.row, column);
    const filled = this.cells.filter(({ text }) => text !== '');
    for (let row = 0; filled.length > 0 && row < this.rowRepeated; row++)
      for (const { column, repeated, text } of filled)
        for (let n = 0; n < repeated; n++) this.grid.put(this.row + row, column + n, text);
    this.row += this.rowRepeated;
  }
}

function refuseOutside(name: string): void {
  if (name === 'table:table-source' || name === 'table:dde-link' || name === 'table:cell-range-source')
    throw new WorkbookError(
      'external_links',
      'The workbook takes data from other files or places. Break its links, or paste its values into a new workbook',
    );
  if (name === 'office:script' || name === 'script:event-listener')
    throw new WorkbookError('macros', 'The workbook holds macros. Save it without them');
}

function repeatedBy(text: string | undefined): number {
  if (text === undefined) return 1;
  if (!/^\d{1,9}$/.test(text) || Number(text) === 0) throw broken();
  return Number(text);
}

function shownText(attributes: Attributes, text: string): string {
  switch (attributes['office:value-type'] ?? 'string') {
    case 'float':
    case 'percentage':
    case 'currency':
      return shownNumber(attributes['office:value'] ?? '', text);
    case 'date':
      return (attributes['office:date-value'] ?? text)
        .replace(/T(00:00(:00(\.0+)?)?)?Z?$/, '')
        .replace('T', ' ');
    case 'boolean':
      return (attributes['office:boolean-value'] ?? text).toUpperCase();
    default:
      return ownText(text || (attributes['office:string-value'] ?? ''));
  }
}

/** A number in full, but with the zeros in front that a person sees. */
function shownNumber(written: string, text: string): string {
  const value = Number(written);
  if (written === '' || !Number.isFinite(value)) return text;
  return /^0\d+$/.test(text) && Number(text) === value ? text : numberText(value);
}
