import type { BarrierColumn, ImportColumn } from '@headway/contract';
import { type ReturnLock, barrierLock, lockOn, lockWords, offices } from '@headway/domain';
import type { Database } from '../platform/sql.js';
import { mapInSlices } from '../platform/slices.js';
import { returnLocks } from '../services/locks.js';
import { type Finding, sayTo } from './findings.js';
import type { PlannedBarrier } from './plan-barriers.js';
import type { PlannedRow } from './plan.js';
import type { ReadRow } from './read-rows.js';

type Locks = ReadonlyMap<string, readonly ReturnLock[]>;

/** Says at which cells a file would change what the return of an open quarter locks, as saving it would refuse. */
export async function sayLockedServices(
  database: Database,
  rows: readonly PlannedRow[],
  findings: Finding[],
): Promise<void> {
  const locks = await returnLocks(database, {
    services: rows.flatMap(({ known }) => known?.id ?? []),
    organisations: rows.flatMap(({ known, organisation }) =>
      known || !isId(organisation) ? [] : organisation,
    ),
  });
  await mapInSlices(rows, (planned) => {
    const found = lockedCell(planned, locks);
    if (!found) return;
    const words = lockWords(found.lock);
    const opens = 'If the service opened after that quarter, give the date in a column "Opens on".';
    const message = found.column === 'organisation' ? `${words} ${opens}` : words;
    sayTo(findings, planned.row.row)('error', found.column, 'locked', message);
  });
}

const isId = (organisation: string) => /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(organisation);

interface LockedCell {
  readonly column: ImportColumn;
  readonly lock: ReturnLock;
}

function lockedCell(
  { row, known, organisation, details, statements }: PlannedRow,
  all: Locks,
): LockedCell | null {
  const locks = all.get(known?.id ?? organisation) ?? [];
  if (!known) {
    const lock = lockOn(locks, details.opensOn ?? '');
    return lock && { column: row.opensOn === null ? 'organisation' : 'opensOn', lock };
  }
  for (const { effectiveOn } of statements) {
    const days = known.records.map((record) => record.effectiveOn).filter((day) => day > effectiveOn);
    const lock = lockOn(locks, effectiveOn, days.toSorted()[0] ?? null);
    if (lock) return { column: stageColumn(row), lock };
  }
  const opened = [details.opensOn ?? '', known.opensOn ?? ''].toSorted()[0]!;
  const lock = lockOn(locks, opened);
  if (lock && details.audience !== known.audience) return { column: 'audience', lock };
  if (lock && details.opensOn !== known.opensOn) return { column: 'opensOn', lock };
  return null;
}

/** The cell to change: the date, else the stage, else the first of what is said beside it. */
function stageColumn(row: ReadRow): ImportColumn {
  if (row.stageReachedOn !== null) return 'stageReachedOn';
  if (row.stage !== null) return 'stage';
  return (
    offices.find((office) => row.offices[office] !== null) ??
    (row.redesignUnderWay === null ? 'evidenceUrl' : 'redesignUnderWay')
  );
}

/** The same of barriers: when they hold something back up to the end of the quarter. */
export async function sayLockedBarriers(
  database: Database,
  planned: readonly PlannedBarrier[],
  findings: Finding[],
): Promise<void> {
  const heldBack = planned.flatMap((one) => (one.known ? [] : one.heldBack));
  const locks = await returnLocks(database, {
    barriers: planned.flatMap(({ known }) => known?.id ?? []),
    services: heldBack.flatMap(({ column, id }) => (column === 'service_id' ? id : [])),
    organisations: heldBack.flatMap(({ column, id }) => (column === 'organisation_id' ? id : [])),
  });
  for (const one of planned) {
    const { known, said, row } = one;
    const { id } = one.known ?? one.heldBack;
    const lock = barrierLock(locks.get(id) ?? [], known, said);
    const column: BarrierColumn = known && known.raisedOn === said.raisedOn ? 'resolvedOn' : 'raisedOn';
    if (lock) sayTo(findings, row.row)('error', column, 'locked', lockWords(lock));
  }
}
