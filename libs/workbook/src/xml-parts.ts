import type { Archive } from './archive.js';
import { type Attributes, type XmlHandler, XmlReader } from './xml-reader.js';
import { tooLong } from './workbook-error.js';

/** Reads one part of an archive as XML. */
export async function readXml(archive: Archive, part: string, handler: XmlHandler): Promise<void> {
  const reader = new XmlReader(part, handler);
  for await (const bytes of archive.read(part)) reader.push(bytes);
  reader.end();
}

/** A name without its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Reads a part for its elements alone; `visit` is told their local names and attributes. */
export async function eachElement(
  archive: Archive,
  part: string,
  visit: (name: string, attributes: Attributes) => void,
): Promise<void> {
  await readXml(archive, part, {
    open: (name, attributes) => visit(localName(name), attributes),
    text: () => undefined,
    close: () => undefined,
  });
}

/** The same text in memory of its own: a piece of a longer one would keep all of that alive. */
export function ownText(text: string): string {
  return `${text}\0`.slice(0, -1);
}

const longestText = 100_000;

/** A text with a piece more; no cell is longer than a spreadsheet would ever take. */
export function longer(text: string, more: string, where: string): string {
  if (text.length + more.length > longestText) throw tooLong(where);
  return text + more;
}
