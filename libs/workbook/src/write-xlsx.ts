import { address } from './addresses.js';
import { type LaidCell, type LaidOut, type LaidSheet, type LaidTable, rowsOfTable } from './laid-out.js';
import { rowHeight } from './row-height.js';
import { cellText, escaped } from './texts.js';
import { dateSerial, numberText } from './values.js';
import {
  contentTypes,
  main,
  office,
  properties,
  relationships,
  rootRelationships,
  workbookRelationships,
  workbookXml,
} from './write-xlsx-package.js';
import { XlsxStyles } from './write-xlsx-styles.js';
import { SharedTexts, kept } from './write-xlsx-texts.js';

type Part = [name: string, xml: Iterable<string>];

interface Found {
  readonly texts: SharedTexts;
  readonly styles: XlsxStyles;
}

/** Every part of an XLSX workbook, by its name; texts and styles come after the sheets that they are found in. */
export function* xlsxParts(laid: LaidOut): Generator<Part> {
  const found: Found = { texts: new SharedTexts(), styles: new XlsxStyles() };
  yield ['[Content_Types].xml', [contentTypes(laid)]];
  yield ['_rels/.rels', [rootRelationships]];
  yield ['docProps/core.xml', [properties(laid)]];
  yield ['xl/workbook.xml', [workbookXml(laid)]];
  yield ['xl/_rels/workbook.xml.rels', [workbookRelationships(laid)]];
  for (const [index, sheet] of laid.sheets.entries()) yield* sheetParts(sheet, index + 1, found);
  yield ['xl/styles.xml', [found.styles.xml()]];
  yield ['xl/sharedStrings.xml', found.texts.xml()];
}

function* sheetParts(sheet: LaidSheet, n: number, found: Found): Generator<Part> {
  const links: Link[] = [];
  yield [`xl/worksheets/sheet${n}.xml`, sheetXml(sheet, n, found, links)];
  const leadsTo = [
    ...(sheet.table ? [['table', `../tables/table${n}.xml`] as const] : []),
    ...links.flatMap(({ link }) => (link.startsWith('#') ? [] : [['hyperlink', link] as const])),
  ];
  if (leadsTo.length > 0)
    yield [`xl/worksheets/_rels/sheet${n}.xml.rels`, [relationships(leadsTo.map((one) => [...one, office]))]];
  if (sheet.table) yield [`xl/tables/table${n}.xml`, [tableXml(sheet, sheet.table, n)]];
}

interface Link {
  readonly at: string;
  readonly link: string;
}

function* sheetXml(
  { widths, lines, table }: LaidSheet,
  n: number,
  found: Found,
  links: Link[],
): Generator<string> {
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  yield `<worksheet xmlns="${main}" xmlns:r="${office}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView${n === 1 ? ' tabSelected="1"' : ''} workbookViewId="0"><selection activeCell="A1" sqref="A1"/></sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>`;
  const row = (cells: readonly LaidCell[], number: number) =>
    `<row r="${number}" ht="${rowHeight(cells, widths)}">${cellsXml(cells, number, found, links)}</row>`;
  for (const [index, line] of lines.entries()) yield row([line], index + 1);
  if (table) {
    const top = lines.length + 1;
    yield row(table.headers, top);
    for (let index = 0; index < table.rows; index++) yield row(table.row(index), top + 1 + index);
  }
  yield `</sheetData>${linksXml(links, table ? 1 : 0)}${printed}${table ? '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>' : ''}</worksheet>`;
}

/** On A4 lying down, as wide as the page and as long as it takes. */
const printed = '<pageSetup paperSize="9" fitToHeight="0" orientation="landscape"/>';

function cellsXml(cells: readonly LaidCell[], row: number, found: Found, links: Link[]): string {
  let xml = '';
  for (const [index, cell] of cells.entries()) {
    const at = address(row, index + 1);
    xml += cellXml(cell, at, found);
    if (cell.link !== undefined) links.push({ at, link: cell.link });
  }
  return xml;
}

function cellXml({ value, style }: LaidCell, at: string, { texts, styles }: Found): string {
  if (value === null || value === '') return '';
  if (typeof value === 'number')
    return `<c r="${at}" s="${styles.of(style)}"><v>${numberText(value)}</v></c>`;
  const serial = style === 'date' ? dateSerial(value) : null;
  if (serial !== null) return `<c r="${at}" s="${styles.of(style)}"><v>${serial}</v></c>`;
  const text = cellText(value, at);
  return `<c r="${at}" s="${styles.ofText(style, text)}" t="s"><v>${texts.numberOf(text)}</v></c>`;
}

/** What leads out of the file does so through its relationships, in their order. */
function linksXml(links: readonly Link[], relationshipsBefore: number): string {
  let id = relationshipsBefore;
  const each = links.map(({ at, link }) =>
    link.startsWith('#')
      ? `<hyperlink ref="${at}" location="${escaped(`'${link.slice(1)}'!A1`)}"/>`
      : `<hyperlink ref="${at}" r:id="rId${++id}"/>`,
  );
  return each.length > 0 ? `<hyperlinks>${each.join('')}</hyperlinks>` : '';
}

function tableXml(sheet: LaidSheet, { name, headers }: LaidTable, n: number): string {
  const { top, bottom } = rowsOfTable(sheet);
  const named = headers.map(
    ({ value }, index) => `<tableColumn id="${index + 1}" name="${kept(cellText(String(value), name))}"/>`,
  );
  return `<table xmlns="${main}" id="${n}" name="${name}" displayName="${name}" ref="A${top}:${address(bottom, headers.length)}" totalsRowShown="0"><tableColumns count="${headers.length}">${named.join('')}</tableColumns></table>`;
}
