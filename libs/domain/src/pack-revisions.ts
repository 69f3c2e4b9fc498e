import { formatDate } from './calendar.js';
import { numberColumn, rowOf, tableOf, textColumn } from './pack-columns.js';
import type { PackColumn, PackRow, PackTable, PackValue } from './pack.js';
import { counted } from './text.js';

/** What an earlier revision said, by its number. */
export interface EarlierTables {
  readonly revision: number;
  readonly tables: readonly PackTable[];
}

/**
 * The tables of a revision with every figure marked of which an earlier revision said otherwise, or nothing; and what
 * each said, in a table of its own. Rows and columns are matched by their keys.
 */
export function withRevisions(tables: readonly PackTable[], earlier: readonly EarlierTables[]): PackTable[] {
  const differences: PackRow[] = [];
  const marked = tables.map((table) => {
    const before = earlier.map(({ revision, tables: of }) => ({
      revision,
      table: of.find(({ key }) => key === table.key),
    }));
    const rows = table.rows.map((row) => markedRow(table, row, before, differences));
    for (const { revision, table: was } of before) differences.push(...goneSince(table, was, revision));
    return { ...table, rows };
  });
  return [...marked, revisionsTable(differences)];
}

export function revisionsTable(differences: readonly PackRow[]): PackTable {
  return tableOf({
    ...{ key: 'revisions', name: 'Revisions', headers: 3 },
    title: 'What differs from earlier revisions',
    columns: [
      textColumn('table', 'Worksheet'),
      textColumn('row', 'Row'),
      textColumn('column', 'Column'),
      numberColumn('revision', 'Earlier revision', 'number'),
      textColumn('before', 'What it said'),
      textColumn('after', 'Now'),
    ],
    rows: differences,
  });
}

/** "3 values differ from revision 1, and are marked [r] wherever they are shown." */
export function revisionsSentence(differences: readonly PackRow[], revision: number): string {
  if (revision === 1) return 'This is the first revision.';
  const before = revision === 2 ? 'revision 1' : 'earlier revisions';
  const values = new Set(differences.map(({ cells: [table, row, column] }) => `${table} ${row} ${column}`))
    .size;
  if (values === 0) return `Nothing differs from ${before}.`;
  const [differ, are, shown] = values === 1 ? ['differs', 'is', 'it is'] : ['differ', 'are', 'they are'];
  return `${counted(values, 'value')} ${differ} from ${before}, and ${are} marked [r] wherever ${shown} shown.`;
}

interface Before {
  readonly revision: number;
  /** Undefined where that revision had no such table. */
  readonly table: PackTable | undefined;
}

function markedRow(
  table: PackTable,
  row: PackRow,
  before: readonly Before[],
  differences: PackRow[],
): PackRow {
  const revised = new Set(row.revised);
  for (const { revision, table: was } of before) {
    const old = was && rowsOf(was).get(row.key);
    if (!old) differences.push(difference(table, row, null, revision, notThere, 'There'));
    for (const [n, column] of table.columns.entries()) {
      const [then, now] = [old ? cellOf(was!, old, column.key) : null, row.cells[n] ?? null];
      if (then === now) continue;
      revised.add(column.key);
      if (!old) continue;
      const has = was!.columns.some(({ key }) => key === column.key);
      const said = has ? valueWords(column, then) : notThere;
      differences.push(difference(table, row, column, revision, said, valueWords(column, now)));
    }
  }
  return { ...row, revised: [...revised] };
}

/** Rows that an earlier revision had, and this one has no more. */
function goneSince(table: PackTable, was: PackTable | undefined, revision: number): PackRow[] {
  const now = rowsOf(table);
  return (was?.rows ?? [])
    .filter(({ key }) => !now.has(key))
    .map((row) => difference(table, row, null, revision, 'There', notThere));
}

const notThere = 'Not there';

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
  revision: number,
  before: string,
  after: string,
): PackRow {
  const label = row.cells.slice(0, table.headers).filter((cell) => cell !== null);
  return rowOf(`${table.key} ${row.key} ${column?.key ?? ''} ${revision}`, [
    ...[table.name, label.join(', '), column?.header ?? 'Whole row'],
    ...[revision, before, after],
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
