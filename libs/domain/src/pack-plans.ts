import { barrierCategoryLabels } from './barrier.js';
import { dateColumn, numberColumn, rowOf, tableOf, textColumn } from './pack-columns.js';
import type { PackTable } from './pack.js';
import type { Snapshot, SnapshotTarget } from './snapshot.js';
import { stageLabels } from './stage.js';
import { targetStanding } from './target.js';

/** Every target with its first and its present date. */
export function targetsTable({ targets, quarter }: Snapshot): PackTable {
  return tableOf({
    ...{ key: 'targets', name: 'Targets', headers: 2 },
    title: 'Targets, and how far their dates have slipped',
    columns: [
      textColumn('reference', 'Reference'),
      textColumn('service', 'Service'),
      textColumn('organisation', 'Organisation'),
      textColumn('target', 'Target'),
      dateColumn('first_date', 'First date'),
      dateColumn('present_date', 'Present date'),
      numberColumn('slippage', 'Slippage', 'days'),
      textColumn('standing', 'Stands'),
    ],
    rows: targets.map((one) =>
      rowOf(`${one.reference} ${one.stage}`, [
        ...[one.reference, one.name, one.organisation, stageLabels[one.stage]],
        ...[one.firstDueOn, one.dueOn, one.slippage, standingWords(one, quarter.to)],
      ]),
    ),
  });
}

const words = { given_up: 'Given up', reached: 'Reached', due: 'To come', passed: 'Passed' } as const;

function standingWords({ dueOn, stage, reached }: SnapshotTarget, on: string): string {
  return words[targetStanding({ dueOn, stage }, reached ? stage : 'not_recorded', on).is];
}

/** What holds back services and whole organisations. */
export function barriersTable({ barriers }: Snapshot): PackTable {
  return tableOf({
    ...{
      key: 'barriers',
      name: 'Barriers',
      title: 'Barriers that hold back services and organisations',
      headers: 3,
    },
    columns: [
      textColumn('organisation', 'Organisation'),
      textColumn('reference', 'Reference'),
      textColumn('service', 'Service'),
      textColumn('category', 'Category'),
      textColumn('barrier', 'Barrier'),
      textColumn('next_action', 'Next action', { blank: 'x' }),
      textColumn('next_action_owner', 'Next action owner', { blank: 'x' }),
      dateColumn('raised_on', 'Raised on'),
    ],
    rows: barriers.map(
      ({ id, service, organisation, category, description, nextAction, nextActionOwner, raisedOn }) =>
        rowOf(id, [
          ...[organisation, service?.reference ?? null, service?.name ?? null],
          ...[barrierCategoryLabels[category], description, nextAction, nextActionOwner, raisedOn],
        ]),
    ),
  });
}
