import type { Archive } from './archive.js';
import { eachElement } from './xml-parts.js';
import { WorkbookError, broken } from './workbook-error.js';

interface Relationship {
  readonly id: string;
  /** The last word of its type, such as `worksheet`. */
  readonly type: string;
  /** The part it leads to. */
  readonly target: string;
}

/** What leads from one part to others of the same file. */
export async function relationshipsOf(archive: Archive, part: string): Promise<Relationship[]> {
  const { folder, from } = relationshipsPart(part);
  const found: Relationship[] = [];
  if (!archive.has(from)) return found;
  await eachElement(archive, from, (name, attributes) => {
    if (name !== 'Relationship' || attributes['TargetMode'] === 'External') return;
    const type = attributes['Type']?.split('/').at(-1);
    const target = attributes['Target'];
    if (type && target) found.push({ id: attributes['Id'] ?? '', type, target: resolved(folder, target) });
  });
  return found;
}

/** The pages that links of a part lead to, by their ids. */
export async function pagesOf(archive: Archive, part: string): Promise<Map<string, string>> {
  const from = relationshipsPart(part).from;
  const found = new Map<string, string>();
  if (!archive.has(from)) return found;
  await eachElement(archive, from, (name, attributes) => {
    if (name === 'Relationship' && attributes['TargetMode'] === 'External')
      found.set(attributes['Id'] ?? '', attributes['Target'] ?? '');
  });
  return found;
}

function relationshipsPart(part: string): { folder: string; from: string } {
  const [, folder = '', base] = /^(.*\/)?([^/]*)$/.exec(part)!;
  return { folder, from: `${folder}_rels/${base}.rels` };
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path: string[] = folder.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.') path.push(step);
  }
  return path.join('/');
}

/** The workbook's own part, where the file is an XLSX workbook without programs or outside data. */
export async function workbookPart(archive: Archive): Promise<string> {
  const part = (await relationshipsOf(archive, '')).find(({ type }) => type === 'officeDocument')?.target;
  if (!part || !archive.has(part)) throw broken();
  const type = await contentType(archive, part);
  if (/binary/i.test(type))
    throw new WorkbookError(
      'old_workbook',
      'The file is a binary workbook (.xlsb). Save it as .xlsx or .ods',
    );
  if (
    /macroEnabled/i.test(type) ||
    archive.names.some((name) => /(^|\/)(vbaProject\.bin$|macrosheets\/)/i.test(name))
  )
    throw new WorkbookError('macros', 'The workbook holds macros. Save it as .xlsx without them');
  if (!/spreadsheetml\.(sheet|template)/.test(type))
    throw new WorkbookError('not_a_workbook', 'The file is not a workbook');
  const outside = archive.names.find((name) => /(^|\/)(externalLinks\/|connections\.xml$)/i.test(name));
  if (outside)
    throw new WorkbookError(
      'external_links',
      'The workbook takes data from other files or places. Break its links, or paste its values into a new workbook',
      outside,
    );
  return part;
}

async function contentType(archive: Archive, part: string): Promise<string> {
  let type = '';
  let byEnding = '';
  await eachElement(archive, '[Content_Types].xml', (name, attributes) => {
    const value = attributes['ContentType'] ?? '';
    if (name === 'Override' && attributes['PartName']?.toLowerCase() === `/${part.toLowerCase()}`)
      type = value;
    if (name === 'Default' && part.endsWith(`.${attributes['Extension']}`)) byEnding = value;
  });
  return type || byEnding;
}
