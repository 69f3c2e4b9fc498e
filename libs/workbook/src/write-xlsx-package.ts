import type { LaidOut } from './laid-out.js';
import { cellText, escaped } from './texts.js';

export const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageTypes = 'http://schemas.openxmlformats.org/package/2006';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export function workbookXml({ sheets }: LaidOut): string {
  const named = sheets.map(
    ({ name }, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return `<workbook xmlns="${main}" xmlns:r="${office}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${named.join('')}</sheets></workbook>`;
}

export function workbookRelationships({ sheets }: LaidOut): string {
  return relationships([
    ...sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`, office] as const),
    ['styles', 'styles.xml', office],
    ['sharedStrings', 'sharedStrings.xml', office],
  ]);
}

/** Where each leads, numbered `rId1` and on; what a link leads to is outside the file. */
export function relationships(
  all: readonly (readonly [type: string, target: string, base: string])[],
): string {
  const each = all.map(
    ([type, target, base], index) =>
      `<Relationship Id="rId${index + 1}" Type="${base}/${type}" Target="${escaped(target)}"${type === 'hyperlink' ? ' TargetMode="External"' : ''}/>`,
  );
  return `<Relationships xmlns="${packageTypes}/relationships">${each.join('')}</Relationships>`;
}

export const rootRelationships = relationships([
  ['officeDocument', 'xl/workbook.xml', office],
  ['core-properties', 'docProps/core.xml', `${packageTypes}/relationships/metadata`],
]);

export function contentTypes({ sheets }: LaidOut): string {
  const overrides = [
    ['xl/workbook.xml', `${spreadsheet}.sheet.main+xml`],
    ['xl/styles.xml', `${spreadsheet}.styles+xml`],
    ['xl/sharedStrings.xml', `${spreadsheet}.sharedStrings+xml`],
    ['docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ...sheets.flatMap(({ table }, index) => [
      [`xl/worksheets/sheet${index + 1}.xml`, `${spreadsheet}.worksheet+xml`],
      ...(table ? [[`xl/tables/table${index + 1}.xml`, `${spreadsheet}.table+xml`]] : []),
    ]),
  ].map(([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`);
  return `<Types xmlns="${packageTypes}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`;
}

export function properties({ title, language }: LaidOut): string {
  return `<cp:coreProperties xmlns:cp="${packageTypes}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(cellText(title, 'title'))}</dc:title><dc:language>${language}</dc:language></cp:coreProperties>`;
}
