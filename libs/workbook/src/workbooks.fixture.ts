import { type Zippable, strToU8, zipSync } from 'fflate';
import { readWorkbook } from './read-workbook.js';
import type { ReadOptions } from './read-workbook.js';
import { WorkbookError } from './workbook-error.js';

/** A zip of parts, in the order given. */
export function zipOf(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const bytes: Zippable = {};
  for (const [name, part] of Object.entries(parts))
    bytes[name] = typeof part === 'string' ? strToU8(part) : part;
  return zipSync(bytes);
}

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
const relations = (...all: string[]) => `<Relationships>${all.join('')}</Relationships>`;

/** An XLSX workbook of one sheet whose rows are written as XML; any part can be put in place of its own. */
export function xlsx(rows: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  return zipOf({
    '[Content_Types].xml': contentTypes('sheet.main'),
    '_rels/.rels': relations(relation('r1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': workbookXml('<sheet name="Services" sheetId="1" r:id="r1"/>'),
    'xl/_rels/workbook.xml.rels': relations(
      relation('r1', 'worksheet', 'worksheets/sheet1.xml'),
      relation('r2', 'worksheet', '/xl/worksheets/sheet2.xml'),
      relation('r3', 'styles', 'styles.xml'),
      relation('r4', 'sharedStrings', 'sharedStrings.xml'),
    ),
    'xl/worksheets/sheet1.xml': sheetXml(rows),
    'xl/worksheets/sheet2.xml': sheetXml('<row r="1"><c r="A1" t="str"><v>second</v></c></row>'),
    'xl/styles.xml': stylesXml(),
    'xl/sharedStrings.xml': `<sst ${main}><si><t>unused</t></si><si><r><t>rich </t></r><r><t xml:space="preserve">text</t></r><rPh><t>aloud</t></rPh></si></sst>`,
    ...parts,
  });
}

export function contentTypes(kind: string): string {
  return `<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/></Types>`;
}

export function workbookXml(sheets: string, properties = ''): string {
  return `<workbook ${main} xmlns:r="${office}">${properties}<sheets>${sheets}</sheets></workbook>`;
}

export function sheetXml(rows: string): string {
  return `<worksheet ${main}><sheetData>${rows}</sheetData></worksheet>`;
}

/** Style 0 is plain, 1 a date, 2 a date and time, 3 five digits, 4 a percentage, 5 a time. */
function stylesXml(): string {
  const cells = [0, 14, 164, 165, 9, 20].map((id) => `<xf numFmtId="${id}"/>`).join('');
  return `<styleSheet ${main}><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ hh:mm"/><numFmt numFmtId="165" formatCode="00000"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${cells}</cellXfs></styleSheet>`;
}

const urn = 'urn:oasis:names:tc:opendocument:xmlns';
const namespaces = ['office', 'table', 'text', 'style', 'script']
  .map((name) => `xmlns:${name}="${urn}:${name}:1.0"`)
  .join(' ');

/** An ODS workbook of one sheet whose rows are written as XML; any part can be put in place of its own. */
export function ods(rows: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  return zipOf({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'META-INF/manifest.xml': '<manifest:manifest xmlns:manifest="m"/>',
    'content.xml': odsContent(`<table:table table:name="Services">${rows}</table:table>`),
    ...parts,
  });
}

export function odsContent(tables: string, styles = ''): string {
  return `<office:document-content ${namespaces}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`;
}

/** Why a file is refused: its code, and where. */
export async function refusal(bytes: Uint8Array, options?: ReadOptions): Promise<[string, string | null]> {
  return readWorkbook(bytes, options).then(
    () => fail('not refused') as never,
    (error: unknown) => {
      if (error instanceof WorkbookError) return [error.code, error.where];
      throw error;
    },
  );
}

/** The rows of the sheet that is read. */
export async function rowsOf(
  bytes: Uint8Array,
  options?: ReadOptions,
): Promise<readonly (readonly string[])[]> {
  return (await readWorkbook(bytes, options)).rows;
}
