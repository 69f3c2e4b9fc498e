import { address } from './addresses.js';
import { type Cell, type Column, type Sheet, type Workbook, cellText, escaped, widthOf } from './tables.js';
import { dateSerial, numberText } from './values.js';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageTypes = 'http://schemas.openxmlformats.org/package/2006';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Styles by their place in the list of `cellXfs`. */
const style = { text: 0, header: 1, whole: 2, number: 3, date: 4, looksLikeFormula: 5 } as const;

/** Every part of an XLSX workbook, by its name. */
export function xlsxParts(workbook: Workbook): [name: string, xml: string][] {
  const texts = new SharedTexts();
  const sheets = workbook.sheets.map((sheet) => sheetXml(sheet, texts));
  const numbers = workbook.sheets.map((_, index) => index + 1);
  return [
    ['[Content_Types].xml', contentTypes(numbers)],
    ['_rels/.rels', relationships([['officeDocument', 'xl/workbook.xml', office], coreProperties])],
    ['docProps/core.xml', properties(workbook)],
    ['xl/workbook.xml', workbookXml(workbook)],
    ['xl/_rels/workbook.xml.rels', workbookRelationships(numbers)],
    ['xl/styles.xml', stylesXml],
    ['xl/sharedStrings.xml', texts.xml()],
    ...numbers.flatMap((n, index): [string, string][] => [
      [`xl/worksheets/sheet${n}.xml`, sheets[index]!],
      [
        `xl/worksheets/_rels/sheet${n}.xml.rels`,
        relationships([['table', `../tables/table${n}.xml`, office]]),
      ],
      [`xl/tables/table${n}.xml`, tableXml(workbook.sheets[index]!, n)],
    ]),
  ];
}

/** Texts are kept once each, and cells name them by number. */
class SharedTexts {
  private readonly numbers = new Map<string, number>();
  private uses = 0;

  numberOf(text: string): number {
    this.uses++;
    const known = this.numbers.get(text) ?? this.numbers.size;
    if (known === this.numbers.size) this.numbers.set(text, known);
    return known;
  }

  xml(): string {
    const items = [...this.numbers.keys()].map((text) => {
      const kept = /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : '';
      // What looks like a character in code is no code.
      return `<si><t${kept}>${escaped(text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'))}</t></si>`;
    });
    return `<sst xmlns="${main}" count="${this.uses}" uniqueCount="${items.length}">${items.join('')}</sst>`;
  }
}

function sheetXml({ table: { columns, rows } }: Sheet, texts: SharedTexts): string {
  const widths = columns.map(
    (column, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${widthOf(column)}" customWidth="1"/>`,
  );
  const header = columns.map(({ header }, index) =>
    textCell(address(1, index + 1), header, style.header, texts),
  );
  const body = rows.map((row, index) => {
    const number = index + 2;
    const cells = row.map((cell, column) =>
      cellXml(cell, columns[column]!, address(number, column + 1), texts),
    );
    return `<row r="${number}">${cells.join('')}</row>`;
  });
  return `<worksheet xmlns="${main}" xmlns:r="${office}"><sheetFormatPr defaultRowHeight="15.75"/><cols>${widths.join('')}</cols><sheetData><row r="1">${header.join('')}</row>${body.join('')}</sheetData><tableParts count="1"><tablePart r:id="rId1"/></tableParts></worksheet>`;
}

function cellXml(cell: Cell, { type }: Column, at: string, texts: SharedTexts): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') {
    const kind = Number.isInteger(cell) ? style.whole : style.number;
    return `<c r="${at}" s="${kind}"><v>${numberText(cell)}</v></c>`;
  }
  const serial = type === 'date' ? dateSerial(cell) : null;
  if (serial !== null) return `<c r="${at}" s="${style.date}"><v>${serial}</v></c>`;
  return textCell(at, cell, /^[=+\-@]/.test(cell) ? style.looksLikeFormula : style.text, texts);
}

function textCell(at: string, text: string, kind: number, texts: SharedTexts): string {
  return `<c r="${at}" s="${kind}" t="s"><v>${texts.numberOf(cellText(text, at))}</v></c>`;
}

/** A table always has a row below its header, if a blank one. */
function tableXml({ table: { name, columns, rows } }: Sheet, n: number): string {
  const range = `A1:${address(Math.max(rows.length, 1) + 1, columns.length)}`;
  const named = columns.map(
    ({ header }, index) => `<tableColumn id="${index + 1}" name="${escaped(cellText(header, name))}"/>`,
  );
  return `<table xmlns="${main}" id="${n}" name="${name}" displayName="${name}" ref="${range}" totalsRowShown="0"><tableColumns count="${columns.length}">${named.join('')}</tableColumns></table>`;
}

function workbookXml({ sheets }: Workbook): string {
  const named = sheets.map(
    ({ name }, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return `<workbook xmlns="${main}" xmlns:r="${office}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${named.join('')}</sheets></workbook>`;
}

function workbookRelationships(numbers: readonly number[]): string {
  return relationships([
    ...numbers.map((n) => ['worksheet', `worksheets/sheet${n}.xml`, office] as const),
    ['styles', 'styles.xml', office],
    ['sharedStrings', 'sharedStrings.xml', office],
  ]);
}

const coreProperties = [
  'core-properties',
  'docProps/core.xml',
  `${packageTypes}/relationships/metadata`,
] as const;

function relationships(all: readonly (readonly [type: string, target: string, base: string])[]): string {
  const each = all.map(
    ([type, target, base], index) =>
      `<Relationship Id="rId${index + 1}" Type="${base}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${packageTypes}/relationships">${each.join('')}</Relationships>`;
}

function contentTypes(numbers: readonly number[]): string {
  const overrides = [
    ['xl/workbook.xml', `${spreadsheet}.sheet.main+xml`],
    ['xl/styles.xml', `${spreadsheet}.styles+xml`],
    ['xl/sharedStrings.xml', `${spreadsheet}.sharedStrings+xml`],
    ['docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ...numbers.flatMap((n) => [
      [`xl/worksheets/sheet${n}.xml`, `${spreadsheet}.worksheet+xml`],
      [`xl/tables/table${n}.xml`, `${spreadsheet}.table+xml`],
    ]),
  ].map(([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`);
  return `<Types xmlns="${packageTypes}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`;
}

function properties({ title, language }: Workbook): string {
  return `<cp:coreProperties xmlns:cp="${packageTypes}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(cellText(title, 'title'))}</dc:title><dc:language>${language}</dc:language></cp:coreProperties>`;
}

const font = '<sz val="12"/><name val="Arial"/><family val="2"/>';
const format = (numFmtId: number, more = '', fontId = 0) =>
  `<xf numFmtId="${numFmtId}" fontId="${fontId}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"${more}><alignment vertical="top" wrapText="1"/></xf>`;
const formats = [
  format(0),
  format(0, '', 1),
  format(3),
  format(0),
  format(164),
  format(0, ' quotePrefix="1"'),
];

/** In the order of `style`. */
const stylesXml = `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font>${font}</font><font><b/>${font}</font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${formats.length}">${formats.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
