import type { ImportColumn } from '@headway/contract';
import { importColumns } from '@headway/contract';
import { type Closure, type TargetStage, formatDate, targetBroken, targetStages } from '@headway/domain';
import type { Say } from './findings.js';
import type { Field, KnownService } from './plan.js';
import type { ReadRow } from './read-rows.js';

export interface PlannedTarget {
  readonly stage: TargetStage;
  readonly dueOn: string;
  readonly reason: string | null;
  readonly field: Field;
}

const columnOf: Readonly<Record<TargetStage, ImportColumn>> = { live: 'liveBy', redesigned: 'redesignedBy' };

/** The targets that a row sets or moves; a blank one stays as it is. A file that moves one says why in its note. */
export function planTargets(
  row: ReadRow,
  known: KnownService['targets'] | null,
  context: { today: string; opensOn: string | null; closures: readonly Closure[] },
  say: Say,
): PlannedTarget[] {
  return targetStages.flatMap((stage) => {
    const dueOn = row.targets[stage];
    const dates = known?.[stage] ?? [];
    const now = dates.at(-1)?.dueOn ?? null;
    if (dueOn === null || dueOn === now) return [];
    const reason = row.note ?? (dates.length > 0 ? 'From an import' : null);
    const broken = targetBroken(dates, { dueOn, reason }, context);
    if (broken) say('error', columnOf[stage], broken.code, broken.message);
    const field = {
      field: importColumns[columnOf[stage]],
      before: now && formatDate(now),
      after: formatDate(dueOn),
    };
    return [{ stage, dueOn, reason, field }];
  });
}
