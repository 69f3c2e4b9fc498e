import { type ImportColumn, importColumns } from '@headway/contract';
import { audienceLabels, formatDate, inForce, stageLabels } from '@headway/domain';
import type { Say } from './findings.js';
import { type Disagreement, outcomeOf } from './merge-cell.js';
import { mergeStage } from './merge-stage.js';
import { type KnownService, same } from './plan.js';
import type { ReadRow } from './read-rows.js';

/** A row without what Headway knows better, and where the two do not agree. */
export interface MergedRow {
  readonly row: ReadRow;
  /** Changed in Headway since the file was made, and not in the file. */
  readonly newer: readonly Disagreement<ImportColumn>[];
  /** Changed in both: somebody has to choose. */
  readonly both: readonly Disagreement<ImportColumn>[];
}

export interface MergeContext {
  readonly today: string;
  /** Whether what the file says goes before what is newer in Headway. */
  readonly overwrites: boolean;
}

type Value = string | number | boolean | null;

/** A cell that stands by itself: what a row says in it, what Headway knows of it, and a row without it. */
interface Cell {
  readonly column: ImportColumn;
  readonly said: (row: ReadRow) => Value;
  readonly known: (service: KnownService, today: string) => Value;
  readonly without: (row: ReadRow, now: KnownService) => ReadRow;
}

const detail = (
  column: 'transactionsAYear' | 'address' | 'owner' | 'description' | 'opensOn' | 'name' | 'audience',
): Cell => ({
  column,
  said: (row) => row[column],
  known: (service) => service[column],
  // What a row cannot do without is as it is known.
  without: (row, now) => ({
    ...row,
    [column]: column === 'name' || column === 'audience' ? now[column] : null,
  }),
});

const beside = (column: 'redesignUnderWay' | 'evidenceUrl'): Cell => ({
  column,
  said: (row) => row[column],
  known: ({ records }, today) => inForce(records, today)?.[column] ?? null,
  without: (row) => ({ ...row, [column]: null }),
});

const office = (column: 'frontOffice' | 'middleOffice' | 'backOffice'): Cell => ({
  column,
  said: ({ offices }) => offices[column],
  known: ({ records }, today) => inForce(records, today)?.[column] ?? null,
  without: (row) => ({ ...row, offices: { ...row.offices, [column]: null } }),
});

const target = (column: 'liveBy' | 'redesignedBy', stage: 'live' | 'redesigned'): Cell => ({
  column,
  said: ({ targets }) => targets[stage],
  known: ({ targets }) => targets[stage].at(-1)?.dueOn ?? null,
  without: (row) => ({ ...row, targets: { ...row.targets, [stage]: null } }),
});

const cells: readonly Cell[] = [
  detail('name'),
  detail('audience'),
  beside('redesignUnderWay'),
  office('frontOffice'),
  office('middleOffice'),
  office('backOffice'),
  target('liveBy', 'live'),
  target('redesignedBy', 'redesigned'),
  detail('transactionsAYear'),
  detail('address'),
  detail('owner'),
  detail('description'),
  detail('opensOn'),
  beside('evidenceUrl'),
];

/**
 * Compares a row, cell by cell, with what Headway knew when its file was made (`base`; null where it knew nothing
 * of the service, undefined where nobody knows when that was) and with what it knows now.
 */
export function mergeRow(
  read: ReadRow,
  now: KnownService,
  base: KnownService | null | undefined,
  context: MergeContext,
  say: Say,
): MergedRow {
  const records = { now: now.records, base: base === null ? [] : base?.records };
  const stage = mergeStage(read, records, context, say);
  const newer = [...stage.newer];
  const both = [...stage.both];
  const blank = new Set(read.blank);
  if (stage.cells.stage === null && stage.newer.length > 0) blank.delete('stage');
  let row: ReadRow = { ...read, ...stage.cells, blank };
  for (const cell of cells) {
    const { column, said, known, without } = cell;
    const values = {
      base: base && known(base, context.today),
      file: said(read),
      now: known(now, context.today),
    };
    const outcome = outcomeOf<Value>(values.file, values.base, values.now, sameValue);
    const isThere = values.file !== null || read.blank.has(column);
    if (!isThere || (outcome !== 'newer' && outcome !== 'both')) continue;
    if (context.overwrites && values.file !== null) continue;
    (outcome === 'newer' ? newer : both).push(shown(column, values));
    row = without(row, now);
    blank.delete(column);
  }
  return { row, newer, both };
}

function sameValue(file: Value, known: Value): boolean {
  return typeof file === 'string' && typeof known === 'string' ? same(file, known) : file === known;
}

function shown(
  column: ImportColumn,
  { base, file, now }: { base: Value | undefined; file: Value; now: Value },
): Disagreement<ImportColumn> {
  const text = (value: Value | undefined) =>
    value === null || value === undefined ? null : shownValue(column, value);
  return { column, base: text(base), file: text(file), now: text(now) };
}

const dates: ReadonlySet<ImportColumn> = new Set(['liveBy', 'redesignedBy', 'opensOn']);
const labels: Readonly<Record<string, string>> = { ...audienceLabels, ...stageLabels };
const labelled: ReadonlySet<ImportColumn> = new Set([
  'audience',
  'frontOffice',
  'middleOffice',
  'backOffice',
]);

/** A value as people read it. */
function shownValue(column: ImportColumn, value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return value.toLocaleString('en-GB');
  if (dates.has(column)) return formatDate(value);
  return labelled.has(column) ? labels[value]! : value;
}

/** How a service stands in the columns of a file, by their headings. */
export function standingOf(service: KnownService, today: string): Record<string, string | null> {
  const { stage } = inForce(service.records, today) ?? { stage: null };
  const all = cells.map(({ column, known }) => {
    const value = known(service, today);
    return [importColumns[column], value === null ? null : shownValue(column, value)] as const;
  });
  return Object.fromEntries([
    [importColumns.organisation, service.organisationName],
    [importColumns.stage, stage && stageLabels[stage]],
    ...all,
  ]);
}
