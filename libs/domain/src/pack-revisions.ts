import { formatDate } from './calendar.js';
import { rowOf, tableOf, textColumn } from './pack-columns.js';
import type { PackColumn, PackRow, PackTable, PackValue } from './pack.js';
import { counted } from './text.js';

/**
 * The tables of a revision with what differs from the revision before marked, and every difference in a table of its
 * own. Rows and columns are matched by their keys; of a row that was not there the first cell is marked.
 */
export function withRevisions(tables: readonly PackTable[], before: readonly PackTable[]): PackTable[] {
  const differences: PackRow[] = [];
  const marked = tables.map((table) => {
    const was = before.find(({ key }) => key === table.key);
    if (!was) return table;
    const rows = table.rows.map((row) => markedRow(table, row, was, differences));
    const left = new Set(table.rows.map(({ key }) => key));
    for (const row of was.rows)
      if (!left.has(row.key)) differences.push(difference(table, row, null, 'There', 'Not there'));
    return { ...table, rows };
  });
  return [...marked, revisionsTable(differences)];
}

export function revisionsTable(differences: readonly PackRow[]): PackTable {
  return tableOf({
    ...{ key: 'revisions', name: 'Revisions', headers: 3 },
    title: 'What differs from the revision before',
    columns: [
      textColumn('table', 'Worksheet'),
      textColumn('row', 'Row'),
      textColumn('column', 'Column'),
      textColumn('before', 'Before'),
      textColumn('after', 'After'),
    ],
    rows: differences,
  });
}

/** "3 values differ from revision 1, and are marked [r] wherever they are shown." */
export function revisionsSentence(differences: number, revision: number): string {
  if (revision === 1) return 'This is the first revision.';
  if (differences === 0) return `Nothing differs from revision ${revision - 1}.`;
  const [differ, are, shown] = differences === 1 ? ['differs', 'is', 'it is'] : ['differ', 'are', 'they are'];
  return `${counted(differences, 'value')} ${differ} from revision ${revision - 1}, and ${are} marked [r] wherever ${shown} shown.`;
}

function markedRow(table: PackTable, row: PackRow, was: PackTable, differences: PackRow[]): PackRow {
  const old = rowsOf(was).get(row.key);
  if (!old) {
    differences.push(difference(table, row, null, 'Not there', 'There'));
    return { ...row, revised: [...new Set([...row.revised, table.columns[0]!.key])] };
  }
  const revised = table.columns.filter(({ key }, n) => {
    const then = was.columns.findIndex((column) => column.key === key);
    return then !== -1 && old.cells[then] !== row.cells[n];
  });
  for (const column of revised) {
    const [then, now] = [cellOf(was, old, column.key), cellOf(table, row, column.key)];
    differences.push(difference(table, row, column, valueWords(column, then), valueWords(column, now)));
  }
  return { ...row, revised: [...new Set([...row.revised, ...revised.map(({ key }) => key)])] };
}

const byKey = new WeakMap<PackTable, ReadonlyMap<string, PackRow>>();

/** Rows by key, looked up once a table: there may be thousands. */
function rowsOf(table: PackTable): ReadonlyMap<string, PackRow> {
  const known = byKey.get(table) ?? new Map(table.rows.map((row) => [row.key, row]));
  byKey.set(table, known);
  return known;
}

function cellOf(table: PackTable, row: PackRow, key: string): PackValue {
  return row.cells[table.columns.findIndex((column) => column.key === key)] ?? null;
}

function difference(
  table: PackTable,
  row: PackRow,
  column: PackColumn | null,
  before: string,
  after: string,
): PackRow {
  const label = row.cells.slice(0, table.headers).filter((cell) => cell !== null);
  return rowOf(`${table.key} ${row.key} ${column?.key ?? ''}`, [
    ...[table.name, label.join(', '), column?.header ?? 'Whole row'],
    ...[before, after],
  ]);
}

/** A value as people read it: "15.3%", "1,234", "31 March 2026". */
export function valueWords({ type, blank }: PackColumn, value: PackValue): string {
  if (value === null) return blank === 'x' ? 'Not available' : 'Not applicable';
  if (typeof value === 'string') return type === 'date' ? formatDate(value) : value;
  if (type === 'share') return `${value.toFixed(1)}%`;
  if (type === 'margin') return value.toFixed(1);
  if (type === 'points') return `${value > 0 ? '+' : ''}${value.toFixed(1)}`;
  return value.toLocaleString('en-GB');
}
