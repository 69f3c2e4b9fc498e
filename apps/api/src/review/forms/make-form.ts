import { type PackFormat, type Snapshot, packOf } from '@headway/domain';
import { csvForm } from './csv-form.js';
import { pageForm } from './page-form.js';
import { pdfForm } from './pdf-form.js';
import { workbookForm } from './workbook-form.js';

/** The files that are made of a snapshot; it is itself the JSON. */
export type MadeFormat = Exclude<PackFormat, 'json'>;

/** A snapshot's canonical bytes and what they hash to, and those of the revisions before it, oldest first. */
export interface Given {
  readonly snapshot: Uint8Array;
  readonly sha256: string;
  readonly earlier: readonly Uint8Array[];
}

/** One form of a review. The same bytes give the same bytes. */
export async function makeForm(
  format: MadeFormat | 'page',
  { snapshot, sha256, earlier }: Given,
): Promise<Uint8Array> {
  const read = parsed(snapshot);
  const pack = packOf(read, earlier.map(parsed), sha256);
  if (format === 'page') return pageForm(pack, read);
  if (format === 'pdf') return pdfForm(pack, read);
  return format === 'csv' ? csvForm(pack) : workbookForm(pack, format);
}

function parsed(bytes: Uint8Array): Snapshot {
  return JSON.parse(new TextDecoder().decode(bytes)) as Snapshot;
}
