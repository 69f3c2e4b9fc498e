import { address } from './addresses.js';
import { type Cell, type Column, type Sheet, type Workbook, cellText, escaped, widthOf } from './tables.js';
import { dateSerial, numberText } from './values.js';

const urn = 'urn:oasis:names:tc:opendocument:xmlns';
const namespaces = [
  `xmlns:office="${urn}:office:1.0" xmlns:table="${urn}:table:1.0" xmlns:text="${urn}:text:1.0"`,
  `xmlns:style="${urn}:style:1.0" xmlns:number="${urn}:datastyle:1.0" xmlns:meta="${urn}:meta:1.0"`,
  `xmlns:fo="${urn}:xsl-fo-compatible:1.0" xmlns:svg="${urn}:svg-compatible:1.0"`,
  `xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"`,
].join(' ');
const centimetresOfCharacter = 0.22;

/** Every part of an ODS workbook but its kind, by its name. */
export function odsParts(workbook: Workbook): [name: string, xml: string][] {
  return [
    ['META-INF/manifest.xml', manifest],
    ['meta.xml', metaXml(workbook)],
    ['styles.xml', stylesXml(workbook)],
    ['content.xml', contentXml(workbook)],
  ];
}

const manifestEntries = [
  ['/', 'application/vnd.oasis.opendocument.spreadsheet'],
  ['content.xml', 'text/xml'],
  ['styles.xml', 'text/xml'],
  ['meta.xml', 'text/xml'],
].map(([path, type]) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`);
const manifest = `<manifest:manifest xmlns:manifest="${urn}:manifest:1.0" manifest:version="1.3">${manifestEntries.join('')}</manifest:manifest>`;

function metaXml({ title, language }: Workbook): string {
  return `<office:document-meta ${namespaces}><office:meta><dc:title>${escaped(cellText(title, 'title'))}</dc:title><dc:language>${language}</dc:language></office:meta></office:document-meta>`;
}

function stylesXml({ language }: Workbook): string {
  const [tongue, country] = language.split('-');
  const text = `fo:font-size="12pt" fo:font-family="Arial" style:font-family-generic="swiss" fo:language="${tongue}" fo:country="${country}"`;
  return `<office:document-styles ${namespaces}><office:styles><style:default-style style:family="table-cell"><style:text-properties ${text}/></style:default-style></office:styles></office:document-styles>`;
}

function contentXml({ sheets }: Workbook): string {
  const widths = [...new Set(sheets.flatMap(({ table }) => table.columns.map(widthOf)))];
  const columnStyles = widths.map(
    (width) =>
      `<style:style style:name="w${width}" style:family="table-column"><style:table-column-properties style:column-width="${(width * centimetresOfCharacter).toFixed(2)}cm"/></style:style>`,
  );
  const ranges = sheets.map(rangeXml).join('');
  return `<office:document-content ${namespaces}><office:automatic-styles>${cellStyles}${columnStyles.join('')}</office:automatic-styles><office:body><office:spreadsheet>${sheets.map(tableXml).join('')}<table:database-ranges>${ranges}</table:database-ranges></office:spreadsheet></office:body></office:document-content>`;
}

const aligned = '<style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/>';
const cellStyle = (name: string, format = '', more = '') =>
  `<style:style style:name="${name}" style:family="table-cell"${format && ` style:data-style-name="${format}"`}>${aligned}${more}</style:style>`;
const cellStyles = [
  '<number:number-style style:name="whole-format"><number:number number:decimal-places="0" number:min-integer-digits="1" number:grouping="true"/></number:number-style>',
  '<number:number-style style:name="number-format"><number:number number:min-integer-digits="1"/></number:number-style>',
  '<number:date-style style:name="date-format"><number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style>',
  cellStyle('text'),
  cellStyle('header', '', '<style:text-properties fo:font-weight="bold"/>'),
  cellStyle('whole', 'whole-format'),
  cellStyle('number', 'number-format'),
  cellStyle('date', 'date-format'),
  '<style:style style:name="row" style:family="table-row"><style:table-row-properties style:use-optimal-row-height="true"/></style:style>',
].join('');

function tableXml({ name, table: { columns, rows } }: Sheet): string {
  const widths = columns.map((column) => `<table:table-column table:style-name="w${widthOf(column)}"/>`);
  const header = columns.map((column, index) => textCell(column.header, 'header', address(1, index + 1)));
  const body = rows.map((row, index) => {
    const cells = row.map((cell, column) => cellXml(cell, columns[column]!, address(index + 2, column + 1)));
    return rowXml(cells);
  });
  return `<table:table table:name="${escaped(name)}">${widths.join('')}<table:table-header-rows>${rowXml(header)}</table:table-header-rows>${body.join('')}</table:table>`;
}

function rowXml(cells: readonly string[]): string {
  return `<table:table-row table:style-name="row">${cells.join('')}</table:table-row>`;
}

function cellXml(cell: Cell, { type }: Column, at: string): string {
  if (cell === null || cell === '') return '<table:table-cell/>';
  if (typeof cell === 'number') {
    const [kind, text] = [Number.isInteger(cell) ? 'whole' : 'number', numberText(cell)];
    return `<table:table-cell table:style-name="${kind}" office:value-type="float" office:value="${text}"><text:p>${text}</text:p></table:table-cell>`;
  }
  if (type === 'date' && dateSerial(cell) !== null)
    return `<table:table-cell table:style-name="date" office:value-type="date" office:date-value="${cell}"><text:p>${cell}</text:p></table:table-cell>`;
  return textCell(cell, 'text', at);
}

function textCell(text: string, kind: string, at: string): string {
  const lines = cellText(text, at).split('\n').map(paragraph);
  return `<table:table-cell table:style-name="${kind}" office:value-type="string">${lines.join('')}</table:table-cell>`;
}

/** One line; every space but one between two words has to be marked, or readers drop it. */
function paragraph(line: string): string {
  const marked = escaped(line).replace(/\t|^ +| +$| {2,}/g, (found) =>
    found === '\t' ? '<text:tab/>' : `<text:s text:c="${found.length}"/>`,
  );
  return `<text:p>${marked}</text:p>`;
}

function rangeXml({ name, table }: Sheet): string {
  const sheet = /^\w+$/.test(name) ? name : `'${name}'`;
  const last = address(table.rows.length + 1, table.columns.length);
  return `<table:database-range table:name="${table.name}" table:target-range-address="${escaped(`${sheet}.A1:${sheet}.${last}`)}"/>`;
}
