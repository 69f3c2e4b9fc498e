import type { Pack, PackColumn, PackRow, PackTable } from '@headway/domain';
import type { PackBlock } from '../pdf/pack-document.js';
import { cellWords, tableBlocks } from './pdf-cells.js';

/** Tables that have a row for each service, or each of something that services have. */
const lists = new Set(['moved', 'signalled', 'targets', 'barriers', 'services', 'revisions']);
/** So many rows of a list are set as a table; of more, each is an entry in small print. */
const mostRows = 60;
/** So many columns have room beside each other. */
const mostColumns = 9;
/** More entries than that nobody reads on paper. */
const mostEntries = 2_000;
/** What is read beside a chart, or in the workbooks, and has no room on a page. */
const leftOut: Readonly<Record<string, readonly string[]>> = {
  organisations: ['part_of', 'kind'],
  organisation_signals: ['part_of'],
  pulse_organisations: ['part_of', 'in_progress', 'under_way'],
  pulse_organisation_bases: ['part_of'],
  record_and_belief: ['part_of', 'return', 'as_confident'],
  returns: ['submitted_by', 'signed_off_by'],
  services: ['front_office', 'middle_office', 'back_office', 'transactions', 'owner', 'address', 'evidence'],
};

export function isList({ key }: PackTable): boolean {
  return lists.has(key);
}

/** The columns that are printed: of twelve quarters the last of each year, and the one before this. */
export function columnsOf({ key, columns }: PackTable): readonly PackColumn[] {
  if (key === 'organisation_trend')
    return columns.filter((_, n) => n === 0 || [1, 2, 5, 9].includes(columns.length - n));
  return columns.filter((column) => !(leftOut[key] ?? []).includes(column.key));
}

/** The rows that are printed: of what was published for organisations only what has become another. */
export function rowsOf({ key, rows }: PackTable): readonly PackRow[] {
  return key === 'published'
    ? rows.filter((row) => !row.key.includes(' of ') || row.revised.length > 0)
    : rows;
}

/** A list, as far as it can be read on paper. */
export function listBlocks(pack: Pack, table: PackTable): PackBlock[] {
  const { rows, name } = table;
  if (rows.length === 0) return [{ kind: 'paragraphs', sentences: ['There is nothing to list.'] }];
  if (rows.length > mostEntries) {
    const sentence = `${rows.length.toLocaleString('en-GB')} rows, in the worksheet “${name}” of the workbooks.`;
    return [{ kind: 'paragraphs', sentences: [sentence] }];
  }
  const columns = columnsOf(table);
  return rows.length > mostRows || columns.length > mostColumns
    ? [entriesOf(table, columns)]
    : tableBlocks(pack, table, columns);
}

function entriesOf(table: PackTable, columns: readonly PackColumn[]): PackBlock {
  const [named, others] = [columns.slice(0, table.headers), columns.slice(table.headers)];
  return {
    kind: 'entries',
    items: table.rows.map((row): [string, string] => {
      const said = others.flatMap((column) => {
        const isEmpty = row.cells[table.columns.indexOf(column)] === null;
        return isEmpty && !row.revised.includes(column.key)
          ? []
          : [`${column.header}: ${cellWords(table, row, column).replace(/\.$/, '')}.`];
      });
      return [named.map((column) => cellWords(table, row, column)).join(', '), said.join(' ')];
    }),
  };
}
