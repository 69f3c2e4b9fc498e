import type { Archive } from '../archive.js';
import { readXml } from '../xml-parts.js';
import type { FoundFile } from './found.js';

const times = /^(dcterms:(created|modified)|meta:(creation-date|print-date)|dc:date)$/;

/** Title and language of the document, which both formats call the same, and whether it tells when it was made. */
export async function documentProperties(
  archive: Archive,
  part: string,
): Promise<Pick<FoundFile, 'title' | 'language' | 'timeless'>> {
  const found = { title: '', language: '', timeless: archive.timeless };
  let within = '';
  if (archive.has(part))
    await readXml(archive, part, {
      open: (name) => {
        within = name;
        if (times.test(name)) found.timeless = false;
      },
      text: (piece) => {
        if (within === 'dc:title') found.title += piece;
        if (within === 'dc:language') found.language += piece;
      },
      close: () => void (within = ''),
    });
  return found;
}
