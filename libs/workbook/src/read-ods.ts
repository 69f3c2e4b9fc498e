import type { Archive } from './archive.js';
import { Grid } from './grid.js';
import type { Limits } from './limits.js';
import { OdsContent } from './read-ods-content.js';
import { type SheetRead, noSheet } from './sheet-read.js';
import { WorkbookError } from './workbook-error.js';
import { eachElement, readXml } from './xml-parts.js';

const manifest = 'META-INF/manifest.xml';

/** Reads the first sheet that is shown, or the one named, of an ODS workbook. */
export async function readOds(archive: Archive, limits: Limits, named: string | null): Promise<SheetRead> {
  await refuseOthers(archive);
  await refuseProtected(archive);
  const program = archive.names.find((name) => /^(Basic\/.+\/(?!script-lb).+\.xml|Scripts\/.+)$/i.test(name));
  if (program) throw new WorkbookError('macros', 'The workbook holds macros. Save it without them', program);
  const grid = new Grid<string>(limits);
  const content = new OdsContent(grid, named);
  await readXml(archive, 'content.xml', content);
  if (content.name === null) throw noSheet(named);
  return {
    name: content.name,
    sheetNames: content.names,
    rows: grid.rows((text) => text),
    formulas: grid.formulaCells,
  };
}

/** The kind of document is written in the clear in a part of its own. */
async function refuseOthers(archive: Archive): Promise<void> {
  const decoder = new TextDecoder();
  let kind = '';
  for await (const bytes of archive.read('mimetype')) kind += decoder.decode(bytes.subarray(0, 100));
  if (
    !/^application\/vnd\.oasis\.opendocument\.spreadsheet(-template)?\s*$/.test(kind) ||
    !archive.has('content.xml')
  )
    throw new WorkbookError('not_a_workbook', 'The file is not a workbook');
}

async function refuseProtected(archive: Archive): Promise<void> {
  const encrypted = () => new WorkbookError('encrypted', 'The file is protected by a password');
  if (archive.has('encrypted-package')) throw encrypted();
  if (archive.has(manifest))
    await eachElement(archive, manifest, (name) => {
      if (name === 'encryption-data') throw encrypted();
    });
}
