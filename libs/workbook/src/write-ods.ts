import { address } from './addresses.js';
import { type LaidCell, type LaidOut, type LaidSheet, rowsOfTable } from './laid-out.js';
import type { StyleName } from './styles.js';
import { cellText, escaped } from './texts.js';
import { dateSerial, numberText } from './values.js';
import { odsCellStyles, odsColumnStyles, odsDefaultStyle } from './write-ods-styles.js';

const urn = 'urn:oasis:names:tc:opendocument:xmlns';
const namespaces = [
  `xmlns:office="${urn}:office:1.0" xmlns:table="${urn}:table:1.0" xmlns:text="${urn}:text:1.0"`,
  `xmlns:style="${urn}:style:1.0" xmlns:number="${urn}:datastyle:1.0" xmlns:meta="${urn}:meta:1.0"`,
  `xmlns:fo="${urn}:xsl-fo-compatible:1.0" xmlns:svg="${urn}:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"`,
  `xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"`,
].join(' ');

/** Every part of an ODS workbook but its kind, by its name. */
export function odsParts(laid: LaidOut): [name: string, xml: Iterable<string>][] {
  return [
    ['META-INF/manifest.xml', [manifest]],
    ['meta.xml', [metaXml(laid)]],
    [
      'styles.xml',
      [`<office:document-styles ${namespaces}>${odsDefaultStyle(laid.language)}</office:document-styles>`],
    ],
    ['content.xml', contentXml(laid)],
  ];
}

const manifestEntries = [
  ['/', 'application/vnd.oasis.opendocument.spreadsheet'],
  ['content.xml', 'text/xml'],
  ['styles.xml', 'text/xml'],
  ['meta.xml', 'text/xml'],
].map(([path, type]) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`);
const manifest = `<manifest:manifest xmlns:manifest="${urn}:manifest:1.0" manifest:version="1.3">${manifestEntries.join('')}</manifest:manifest>`;

function metaXml({ title, language }: LaidOut): string {
  return `<office:document-meta ${namespaces}><office:meta><dc:title>${escaped(cellText(title, 'title'))}</dc:title><dc:language>${language}</dc:language></office:meta></office:document-meta>`;
}

function* contentXml({ sheets }: LaidOut): Generator<string> {
  const widths = sheets.flatMap((sheet) => sheet.widths);
  yield `<office:document-content ${namespaces}><office:automatic-styles>${odsCellStyles}${odsColumnStyles(widths)}</office:automatic-styles><office:body><office:spreadsheet>`;
  for (const sheet of sheets) yield* tableXml(sheet);
  const ranges = sheets.map(rangeXml).join('');
  yield `<table:database-ranges>${ranges}</table:database-ranges></office:spreadsheet></office:body></office:document-content>`;
}

function* tableXml({ name, widths, lines, table }: LaidSheet): Generator<string> {
  const columns = widths.map((width) => `<table:table-column table:style-name="w${width}"/>`);
  yield `<table:table table:name="${escaped(name)}" table:style-name="sheet">${columns.join('')}`;
  for (const [index, line] of lines.entries()) yield rowXml([line], index + 1);
  if (table) {
    const top = lines.length + 1;
    yield `<table:table-header-rows>${rowXml(table.headers, top)}</table:table-header-rows>`;
    for (let index = 0; index < table.rows; index++) yield rowXml(table.row(index), top + 1 + index);
  }
  yield '</table:table>';
}

function rowXml(cells: readonly LaidCell[], row: number): string {
  let xml = '<table:table-row table:style-name="row">';
  for (const [index, cell] of cells.entries()) xml += cellXml(cell, row, index + 1);
  return `${xml}</table:table-row>`;
}

function cellXml({ value, style, link }: LaidCell, row: number, column: number): string {
  if (value === null || value === '') return '<table:table-cell/>';
  if (typeof value === 'string' && !(style === 'date' && dateSerial(value) !== null))
    return textCell(cellText(value, address(row, column)), style, link);
  const [type, attribute] =
    typeof value === 'string'
      ? ['date', 'date-value']
      : [style === 'share' ? 'percentage' : 'float', 'value'];
  const text = typeof value === 'string' ? value : numberText(value);
  return `<table:table-cell table:style-name="${style}" office:value-type="${type}" office:${attribute}="${text}"><text:p>${shown(value, style)}</text:p></table:table-cell>`;
}

const formats: Partial<Record<StyleName, Intl.NumberFormat>> = {
  whole: decimals(0),
  one: decimals(1),
  two: decimals(2),
  share: new Intl.NumberFormat('en-GB', {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }),
};

function decimals(digits: number): Intl.NumberFormat {
  return new Intl.NumberFormat('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** What a person sees, for programs that do not work it out for themselves. */
function shown(value: string | number, style: StyleName): string {
  if (typeof value === 'string') return value;
  return formats[style]?.format(value) ?? numberText(value);
}

function textCell(text: string, style: StyleName, link: string | undefined): string {
  const lines = text.includes('\n') ? text.split('\n') : [text];
  const paragraphs = lines.map((line) => `<text:p>${linked(marked(line), link)}</text:p>`);
  return `<table:table-cell table:style-name="${style}" office:value-type="string"${whole(text)}>${paragraphs.join('')}</table:table-cell>`;
}

/** LibreOffice writes tabs as it should, and does not read them: it is told the whole text once more. */
function whole(text: string): string {
  if (!text.includes('\t')) return '';
  const value = escaped(text).replaceAll('\t', '&#9;').replaceAll('\n', '&#10;');
  return ` office:string-value="${value}"`;
}

/** One line; every space but one between two words has to be marked, or readers drop it. */
function marked(line: string): string {
  return escaped(line).replace(/\t|^ +| +$| {2,}/g, (found) =>
    found === '\t' ? '<text:tab/>' : `<text:s text:c="${found.length}"/>`,
  );
}

function linked(xml: string, link: string | undefined): string {
  if (link === undefined) return xml;
  const target = link.startsWith('#') ? `#${quoted(link.slice(1))}.A1` : link;
  return `<text:a xlink:type="simple" xlink:href="${escaped(target)}">${xml}</text:a>`;
}

function quoted(sheet: string): string {
  return /^\w+$/.test(sheet) ? sheet : `'${sheet}'`;
}

function rangeXml(sheet: LaidSheet): string {
  const { name, table } = sheet;
  if (!table) return '';
  const { top } = rowsOfTable(sheet);
  const [first, last] = [address(top, 1), address(top + table.rows, table.headers.length)];
  const range = `${quoted(name)}.${first}:${quoted(name)}.${last}`;
  return `<table:database-range table:name="${table.name}" table:target-range-address="${escaped(range)}" table:contains-header="true"/>`;
}
