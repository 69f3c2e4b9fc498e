import { importColumns } from '@headway/contract';
import {
  type RuleContext,
  type StageRecord,
  formatDate,
  inForce,
  inTimelineOrder,
  rulesBroken,
  stageLabels,
  stageSince,
} from '@headway/domain';
import type { Say } from './findings.js';
import type { KnownRecord } from './plan.js';
import type { PlannedStage } from './plan-stage.js';
import type { ReadRow } from './read-rows.js';

const nothing: PlannedStage = { statements: [], fields: [] };

/**
 * The stage in force, said to have been reached on another date: a correction of the record that it was reached by.
 * Refused where another record would keep that from becoming so.
 */
export function correctDate(
  { stageReachedOn: date, note }: Pick<ReadRow, 'stageReachedOn' | 'note'>,
  records: readonly KnownRecord[],
  context: RuleContext,
  say: Say,
): PlannedStage {
  const first = firstOfRun(records);
  const reached = stageSince(records);
  if (date === null || !first?.id || reached === null || date === reached) return nothing;
  const { id: recordId, sequence: _sequence, ...said } = first;
  const statement = { ...said, effectiveOn: date, note: note ?? first.note };
  const others = records.filter((record) => record !== first);
  const broken = rulesBroken(statement, others, { ...context, correcting: true });
  for (const { code, message } of broken) say('error', 'stageReachedOn', code, message);
  if (broken.length > 0) return nothing;
  const after: StageRecord[] = [...others, { ...statement, sequence: Number.MAX_SAFE_INTEGER }];
  if (inForce(after, context.today)?.stage !== first.stage || stageSince(after) !== date) {
    say(
      'error',
      'stageReachedOn',
      'other_records_between',
      `${stageLabels[first.stage]} since ${formatDate(reached)} cannot be from ${formatDate(date)}: another record stands between. Correct the records on the page of the service`,
    );
    return nothing;
  }
  return {
    statements: [
      { ...statement, corrects: { recordId, reason: note ?? 'The date was changed in an import' } },
    ],
    fields: [{ field: importColumns.stageReachedOn, before: formatDate(reached), after: formatDate(date) }],
  };
}

/** The record by which the stage in force was reached. */
function firstOfRun(records: readonly KnownRecord[]): KnownRecord | undefined {
  const newestFirst = records.toSorted(inTimelineOrder).reverse();
  const end = newestFirst.findIndex(({ stage }) => stage !== newestFirst[0]!.stage);
  return newestFirst.at(end === -1 ? -1 : end - 1);
}
