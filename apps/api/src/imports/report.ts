import { randomUUID } from 'node:crypto';
import type { ImportDifference, ImportProblem, ImportQuery, ImportReport } from '@headway/contract';
import type { EntityManager } from 'typeorm';
import type { Standing, Touched } from './checks.js';
import type { Field } from './plan.js';

/** A file against what is known: what it comes to, and how that is written. */
export interface PlannedFile {
  readonly report: ImportReport;
  /** The rows that change something. */
  readonly touched: readonly Touched[];
  /** How what a row is about stands now; null where that is nothing. */
  readonly standingOf: (row: number) => Standing | null;
  readonly write: () => Promise<void>;
}

/** Plans a file in a transaction; with `hold` what it is about stays as it is until that ends. */
export type FilePlanner = (tx: EntityManager, hold: boolean) => Promise<PlannedFile>;

export const shownAtMost = 500;

interface Planned {
  readonly row: { readonly row: number };
  readonly known: object | null;
  readonly fields: readonly Field[];
}

/** Counts what the rows come to, and shows the first differences, each called by its `name`. */
export function reportOf<R extends Planned>(
  { mode, importId }: Pick<ImportQuery, 'mode' | 'importId'>,
  planned: readonly R[],
  name: (row: R) => Pick<ImportDifference, 'reference' | 'name'>,
  rest: Omit<ImportReport, 'importId' | 'mode' | 'created' | 'updated' | 'unchanged' | 'differences'>,
): ImportReport {
  const changed = planned.filter(({ known, fields }) => !known || fields.length > 0);
  const created = changed.filter(({ known }) => !known).length;
  return {
    ...rest,
    importId: importId ?? randomUUID(),
    mode,
    created,
    updated: changed.length - created,
    unchanged: planned.length - changed.length,
    differences: changed.slice(0, shownAtMost).map((row) => ({
      row: row.row.row,
      ...name(row),
      change: row.known ? 'updated' : 'created',
      fields: [...row.fields],
    })),
  };
}

export function errorsOf({ problems }: ImportReport): ImportProblem[] {
  return problems.filter(({ severity }) => severity === 'error');
}
