import { toCsv } from '@headway/charts';
import { type Pack, fileTable } from '@headway/domain';
import { type Zippable, zipSync } from 'fflate';
import { csvMetadata } from './csv-metadata.js';

/** The pack as a zip of CSV files, one a table, with what their columns are as CSV on the Web metadata (W3C). */
export function csvForm(pack: Pack): Uint8Array {
  const files: Zippable = { 'csv-metadata.json': text(JSON.stringify(csvMetadata(pack), null, 2)) };
  for (const table of pack.tables) files[`${table.key}.csv`] = text(`\ufeff${toCsv(fileTable(table))}`);
  // Without a zone, so that it is the same day wherever it is made.
  return zipSync(files, { mtime: '1980-01-01T00:00:00' });
}

function text(content: string): Uint8Array {
  return new TextEncoder().encode(content);
}
