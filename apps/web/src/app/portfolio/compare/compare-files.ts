import type { Table } from '@headway/charts';
import {
  type Comparison,
  type Counts,
  type Movement,
  type StageOrNone,
  liveOrBeyond,
  pointsChange,
  stageLabels,
  stages,
} from '@headway/domain';
import { fileName, pastCells, pastColumns } from '../figures-file';
import type { CompareView } from './compare.view';
import { standingLabel, standingsIn } from './compare-words';

export interface StageLine {
  readonly label: string;
  readonly of: readonly StageOrNone[];
  readonly part: (counts: Counts) => number;
}

export const stageLines: readonly StageLine[] = [
  ...stages.map((stage) => ({
    label: stageLabels[stage],
    of: [stage],
    part: (counts: Counts) => counts[stage],
  })),
  { label: 'Live or beyond', of: ['live', 'redesigned'], part: liveOrBeyond },
];

/** Each stage on both dates for a file: services, and the change of their share in points, to a tenth. */
export function stagesFile({ overall, sameServices }: Comparison, view: CompareView): Table {
  const groups = [
    { which: 'All services', ...overall },
    { which: 'The same services', ...sameServices },
  ];
  const counted = [view.from, view.to].map((date) => `Services on ${date}`);
  return {
    columns: ['Stage', 'Which services', ...pastColumns, ...counted, 'Change of share in points'],
    rows: groups.flatMap(({ which, before, after }) =>
      stageLines.map(({ label, part }) => {
        const points = pointsChange(part, before, after);
        const change = points === null ? '' : Math.round(points * 10) / 10;
        return [label, which, ...pastCells(view.chosen), part(before), part(after), change];
      }),
    ),
  };
}

/** How many went from where to where, for a file. */
export function matrixFile(matrix: readonly Movement[], view: CompareView): Table {
  const after = standingsIn(matrix, 'after');
  return {
    columns: [
      `On ${view.from}`,
      ...pastColumns,
      ...after.map((one) => `${standingLabel(one)} on ${view.to}`),
    ],
    rows: standingsIn(matrix, 'before').map((before) => [
      ...[standingLabel(before), ...pastCells(view.chosen)],
      ...after.map((to) => matrix.find((one) => one.before === before && one.after === to)?.services ?? 0),
    ]),
  };
}

/** "headway-stages-2025-03-31-to-2026-03-31.csv" */
export function compareFileName(what: string, { from, to, chosen }: CompareView): string {
  return fileName({ heading: what }, `${from}-to-${to}`, chosen);
}
