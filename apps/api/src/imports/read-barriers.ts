import { type BarrierColumn, NewBarrier, neededBarrierColumns } from '@headway/contract';
import { type BarrierCategory, barrierCategories, barrierCategoryLabels } from '@headway/domain';
import * as z from 'zod';
import { barrierColumnNamed } from './columns.js';
import { eachRow } from './file-rows.js';
import type { Finding } from './findings.js';
import { headingsOf, knownAtNamed, placed } from './headings.js';
import { namesOf } from './read-rows.js';
import type { RowCells } from './row-cells.js';
import type { FileTable } from './table.js';

/** What a row says of a barrier, under the names that the API has for it. */
export interface SaidOfBarrier {
  readonly category: BarrierCategory;
  readonly description: string;
  readonly nextAction: string | null;
  readonly nextActionOwner: string | null;
  readonly raisedOn: string;
  readonly resolvedOn: string | null;
}

/** One row as read. A field is null where its cell is blank, and where the file has no such column. */
export interface ReadBarrier {
  readonly row: number;
  /** The instant that the row is of; null where the file does not say. */
  readonly knownAt: string | null;
  readonly barrierId: string | null;
  readonly reference: string | null;
  readonly name: string | null;
  readonly organisation: string | null;
  readonly said: SaidOfBarrier;
  /** Columns that the file has and this row leaves blank. */
  readonly blank: ReadonlySet<BarrierColumn>;
}

/** All of a file of barriers that can be read. */
export interface BarriersFile {
  readonly rows: readonly ReadBarrier[];
  readonly findings: readonly Finding[];
  readonly at: ReadonlyMap<BarrierColumn | 'knownAt', number>;
  /** Rows with anything in them, without the header. */
  readonly count: number;
}

const categoryNames = namesOf(barrierCategories, barrierCategoryLabels);

/** Reads every row it can and names, by row and column, whatever it cannot. */
export function readBarriers(file: FileTable): BarriersFile {
  const headings = headingsOf(file.rows).map((heading) => {
    const column = knownAtNamed(heading)?.column ?? barrierColumnNamed(heading);
    return { heading, column, by: column && ('name' as const) };
  });
  const { at, findings: ofHeader } = placed(headings, neededBarrierColumns);
  const findings = [...file.findings, ...ofHeader];
  const rows: ReadBarrier[] = [];
  const columns = [...at.keys()].filter((column) => column !== 'knownAt');
  const count = eachRow(file, at, findings, (number, cells) => {
    const read = readBarrier(number, cells, columns, file.knownAt);
    if (read) rows.push(read);
  });
  return { rows, findings, at, count };
}

function readBarrier(
  row: number,
  cells: RowCells,
  columns: readonly BarrierColumn[],
  knownAt: string | null,
): ReadBarrier | null {
  const about = {
    knownAt: cells.instant('knownAt') ?? knownAt,
    barrierId: cells.optional('barrierId', z.string()),
    reference: cells.optional('reference', z.string()),
    name: cells.optional('name', z.string()),
    organisation: cells.optional('organisation', z.string()),
  };
  const category = cells.requiredChoice('category', categoryNames);
  const description = cells.required('barrier', NewBarrier.shape.description);
  const nextAction = cells.optional('nextAction', NewBarrier.shape.nextAction.unwrap());
  const nextActionOwner = cells.optional('nextActionOwner', NewBarrier.shape.nextActionOwner.unwrap());
  const raisedOn = cells.requiredDate('raisedOn');
  const resolvedOn = cells.date('resolvedOn');
  if (cells.broken || category === null || description === null || raisedOn === null) return null;
  const said = { category, description, nextAction, nextActionOwner, raisedOn, resolvedOn };
  return { row, ...about, said, blank: new Set(columns.filter((column) => cells.text(column) === null)) };
}
