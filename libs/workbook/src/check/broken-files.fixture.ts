import { strFromU8, strToU8, unzipSync } from 'fflate';
import { type ZipPartWritten, zipped } from '../zip-writer.js';

/** Puts something in place of what a part holds, everywhere it stands if the pattern says so. */
export type Change = readonly [part: string, from: string | RegExp, to: string];

/** The same file with its parts changed. @throws where a change changes nothing. */
export async function changed(bytes: Uint8Array, changes: readonly Change[]): Promise<Uint8Array> {
  const parts = unzipSync(bytes);
  for (const [name, from, to] of changes) {
    const before = strFromU8(parts[name] ?? new Uint8Array(0));
    // A part that is not there is added whole.
    const after = before === '' ? to : before.replace(from, to);
    if (after === before) throw new Error(`${name} holds no ${String(from)}`);
    parts[name] = strToU8(after);
  }
  const written = Object.entries(parts).map(([name, part]): ZipPartWritten => ({
    ...{ name, pieces: [part] },
    ...(name === 'mimetype' ? { stored: true } : {}),
  }));
  return zipped(written);
}

type Break = readonly Change[];

/** For each rule, ways to break it in the file that `everything` becomes, in each format. */
export type Breaks = Readonly<Record<string, Readonly<Record<'ods' | 'xlsx', readonly Break[]>>>>;

export const settings = (active: string, items: string) =>
  `<office:document-settings xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0"><office:settings><config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views"><config:config-item-map-entry><config:config-item-map-named config:name="Tables"><config:config-item-map-entry config:name="Services">${items}</config:config-item-map-entry></config:config-item-map-named><config:config-item config:name="ActiveTable" config:type="string">${active}</config:config-item></config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings></office:document-settings>`;
export const item = (name: string, value: number) =>
  `<config:config-item config:name="${name}" config:type="int">${value}</config:config-item>`;

export const content = 'content.xml';
export const texts = 'xl/sharedStrings.xml';
export const xlsxStyles = 'xl/styles.xml';
export const [cover, organisations, services] = [1, 4, 5].map((n) => `xl/worksheets/sheet${n}.xml`) as [
  string,
  string,
  string,
];
export const table = 'xl/tables/table5.xml';
