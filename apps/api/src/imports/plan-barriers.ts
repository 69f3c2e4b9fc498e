import { type Barrier, type BarrierChange, type BarrierColumn, barrierColumns } from '@headway/contract';
import { barrierBroken, barrierCategoryLabels, formatDate } from '@headway/domain';
import { type Finding, type Say, sayTo } from './findings.js';
import { sayKept } from './kept.js';
import { type Field, same } from './plan.js';
import type { ReadBarrier, SaidOfBarrier } from './read-barriers.js';
import { type KnownBarriers, type MeantBarrier, type NamedHeldBack, RowBarriers } from './row-barriers.js';

/** What one row comes to: a new barrier, or a change of one that is known, of nothing where `fields` is empty. */
export type PlannedBarrier = MeantBarrier & {
  readonly row: ReadBarrier;
  readonly said: SaidOfBarrier;
  readonly change: BarrierChange;
  readonly fields: readonly Field[];
};

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
export function planBarriers(
  rows: readonly ReadBarrier[],
  known: KnownBarriers,
  today: string,
  findings: Finding[],
): PlannedBarrier[] {
  const barriers = new RowBarriers(known, findings);
  const planned = rows.flatMap((row) => {
    const meant = barriers.meantBy(row);
    return meant ? [planRow(row, meant, today, sayTo(findings, row.row))] : [];
  });
  const kept = planned.flatMap(({ row, known: barrier }) =>
    mayBeBlank
      .filter((column) => row.blank.has(column) && barrier && barrier[column] !== null)
      .map((column) => ({ column, row: row.row })),
  );
  sayKept(kept, 'barrier', findings);
  return planned;
}

function planRow(row: ReadBarrier, meant: MeantBarrier, today: string, say: Say): PlannedBarrier {
  const { known } = meant;
  const said = known ? keptThoughBlank(row.said, known) : row.said;
  const broken = barrierBroken(said, today);
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
