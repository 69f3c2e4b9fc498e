import { type Barrier, type BarrierChange, type BarrierColumn, barrierColumns } from '@headway/contract';
import { type BarrierService, barrierBroken, barrierCategoryLabels, formatDate } from '@headway/domain';
import { type Finding, type Say, sayTo } from './findings.js';
import { sayKept } from './kept.js';
import { type Disagreement, outcomeOf } from './merge-cell.js';
import { type Field, same } from './plan.js';
import type { ReadBarrier, SaidOfBarrier } from './read-barriers.js';
import {
  type BarriersThen,
  type KnownBarriers,
  type MeantBarrier,
  type NamedHeldBack,
  RowBarriers,
} from './row-barriers.js';

/** What one row comes to: a new barrier, or a change of one that is known, of nothing where `fields` is empty. */
export type PlannedBarrier = MeantBarrier & {
  readonly row: ReadBarrier;
  readonly newer: readonly Disagreement<BarrierColumn>[];
  readonly both: readonly Disagreement<BarrierColumn>[];
  readonly said: SaidOfBarrier;
  readonly change: BarrierChange;
  readonly fields: readonly Field[];
};

/** What rows are compared with beside what is known now. */
export interface Compare extends BarriersThen {
  readonly overwrites: boolean;
}

const comparedWithNow: Compare = { baseOf: () => undefined, saidBefore: () => [], overwrites: false };

const columnOf = {
  category: 'category',
  description: 'barrier',
  nextAction: 'nextAction',
  nextActionOwner: 'nextActionOwner',
  raisedOn: 'raisedOn',
  resolvedOn: 'resolvedOn',
} as const satisfies Record<keyof SaidOfBarrier, BarrierColumn>;
const saidFields = Object.keys(columnOf) as (keyof SaidOfBarrier)[];
const mayBeBlank = ['nextAction', 'nextActionOwner', 'resolvedOn'] as const;

/** Decides what a whole file of barriers comes to; problems are said. What is not in the file stays as it is. */
export function* planBarriers(
  rows: readonly ReadBarrier[],
  known: KnownBarriers,
  today: string,
  findings: Finding[],
  compare: Compare = comparedWithNow,
): Generator<void, PlannedBarrier[]> {
  const { baseOf, overwrites } = compare;
  const barriers = new RowBarriers(known, compare, findings);
  const services = new Map(known.services.map(({ subject, service }) => [subject, service]));
  const serviceOf = ({ service }: Barrier) => (service && services.get(service.reference)) ?? null;
  const planned: PlannedBarrier[] = [];
  for (const row of rows) {
    yield;
    const meant = barriers.meantBy(row);
    if (!meant) continue;
    const base = meant.known ? baseOf(meant.known.id, row.knownAt) : undefined;
    const merged = mergeBarrier(row, meant.known, base, overwrites);
    const held = meant.known ? serviceOf(meant.known) : meant.heldBack.service;
    planned.push({ ...planRow(merged.row, meant, held, today, sayTo(findings, row.row)), ...merged });
  }
  const kept = planned.flatMap(({ row, known: barrier }) =>
    mayBeBlank
      .filter((column) => row.blank.has(column) && barrier && barrier[column] !== null)
      .map((column) => ({ column, row: row.row })),
  );
  sayKept(kept, 'barrier', findings);
  return planned;
}

function planRow(
  row: ReadBarrier,
  meant: MeantBarrier,
  service: BarrierService | null,
  today: string,
  say: Say,
): Omit<PlannedBarrier, 'newer' | 'both'> & MeantBarrier {
  const { known } = meant;
  const said = known ? keptThoughBlank(row.said, known) : row.said;
  const broken = barrierBroken(said, today, service, known);
  if (broken) say('error', broken.field, broken.code, broken.message);
  const changed = saidFields.filter((field) => said[field] !== (known?.[field] ?? null));
  const fields = changed.map((field) => ({
    field: barrierColumns[columnOf[field]],
    before: known && shown(field, known),
    after: shown(field, said),
  }));
  return {
    ...meant,
    row,
    said,
    change: Object.fromEntries(changed.map((field) => [field, said[field]])),
    fields: meant.known ? fields : [newlyHeldBack(meant.heldBack), ...fields],
  };
}

/** Blank leaves what is known as it is; so does text that differs only in what a file cannot carry. */
function keptThoughBlank(given: SaidOfBarrier, known: Barrier): SaidOfBarrier {
  const text = (field: 'description' | 'nextAction' | 'nextActionOwner') =>
    given[field] === null || same(given[field], known[field]) ? known[field] : given[field];
  return {
    ...given,
    description: text('description')!,
    nextAction: text('nextAction'),
    nextActionOwner: text('nextActionOwner'),
    resolvedOn: given.resolvedOn ?? known.resolvedOn,
  };
}

/**
 * A row without what was changed in Headway since its file was made, cell by cell; what a row cannot do without is
 * as it is known.
 */
function mergeBarrier(
  read: ReadBarrier,
  now: Barrier | null,
  base: SaidOfBarrier | null | undefined,
  overwrites: boolean,
): Pick<PlannedBarrier, 'row' | 'newer' | 'both'> {
  const newer: Disagreement<BarrierColumn>[] = [];
  const both: Disagreement<BarrierColumn>[] = [];
  let { said } = read;
  const blank = new Set(read.blank);
  if (now && base !== undefined)
    for (const field of saidFields) {
      const column = columnOf[field];
      const [file, before] = [read.said[field], base && base[field]];
      const outcome = outcomeOf<string>(file, before, now[field], same);
      const isThere = file !== null || blank.has(column);
      if (!isThere || (outcome !== 'newer' && outcome !== 'both') || (overwrites && file !== null)) continue;
      const text = (of: SaidOfBarrier | null) => of && shown(field, of);
      const values = { base: text(base), file: text(read.said), now: text(now) };
      (outcome === 'newer' ? newer : both).push({ column, ...values });
      said = { ...said, [field]: now[field] };
      blank.delete(column);
    }
  return { row: { ...read, said, blank }, newer, both };
}

/** How a barrier stands in the columns of a file, by their headings. */
export function standingOfBarrier(barrier: SaidOfBarrier): Record<string, string | null> {
  return Object.fromEntries(
    saidFields.map((field) => [barrierColumns[columnOf[field]], shown(field, barrier)]),
  );
}

function shown(field: keyof SaidOfBarrier, said: SaidOfBarrier): string | null {
  if (field === 'category') return barrierCategoryLabels[said.category];
  const text = said[field];
  return text !== null && (field === 'raisedOn' || field === 'resolvedOn') ? formatDate(text) : text;
}

function newlyHeldBack({ column, subject, name }: NamedHeldBack): Field {
  return column === 'service_id'
    ? { field: barrierColumns.reference, before: null, after: subject }
    : { field: barrierColumns.organisation, before: null, after: name };
}
