import { formatDate } from './calendar.js';
import {
  type Comparison,
  type Standing,
  comparisonCoverage,
  standingLabels,
  standings,
} from './comparison.js';
import type { Counts } from './counts.js';
import {
  changeCell,
  dateColumn,
  liveCell,
  numberColumn,
  pointsColumn,
  rowOf,
  shareColumn,
  tableOf,
  textColumn,
  toOneDecimal,
} from './pack-columns.js';
import type { PackTable } from './pack.js';
import { type Snapshot, type SnapshotMove, comparedWith } from './snapshot.js';
import { stageLabels } from './stage.js';

const since = (comparison: Comparison) => formatDate(comparison.with);

/** From stage to stage, since a quarter and since a year ago. */
export function movementsTable({ comparisons }: Snapshot): PackTable {
  return tableOf({
    ...{ key: 'movements', name: 'Movements', headers: 2 },
    title: 'Where services stood a quarter and a year ago, and where they stand now',
    lines: [`${standingLabels.absent}: not open yet, or closed, on that date.`],
    columns: [
      textColumn('since', 'Since'),
      textColumn('stood', 'Stood at'),
      ...standings.map((standing) => numberColumn(`now_${standing}`, `Now ${lower(standing)}`, 'services')),
    ],
    rows: comparedWith.flatMap((when) => {
      const { comparison, matrix } = comparisons[when];
      const from = (before: Standing, after: Standing) =>
        before === 'absent' && after === 'absent'
          ? null
          : (matrix.find((cell) => cell.before === before && cell.after === after)?.services ?? 0);
      return standings.map((before) =>
        rowOf(`${when} ${before}`, [
          since(comparison),
          standingLabels[before],
          ...standings.map((after) => from(before, after)),
        ]),
      );
    }),
  });
}

function lower(standing: Standing): string {
  return standingLabels[standing].toLowerCase();
}

/** Services that moved, entered or left, with what was said when they moved. */
export function movedTable({ comparisons }: Snapshot): PackTable {
  return tableOf({
    ...{ key: 'moved', name: 'Services that moved', headers: 3 },
    title: 'Services that moved to another stage, entered the list or left it',
    columns: [
      textColumn('since', 'Since'),
      textColumn('reference', 'Reference'),
      textColumn('service', 'Service'),
      textColumn('organisation', 'Organisation'),
      textColumn('stood', 'Stood at'),
      textColumn('stands', 'Stands at'),
      dateColumn('moved_on', 'Last moved on'),
      textColumn('moves', 'Moves'),
    ],
    rows: comparedWith.flatMap((when) => {
      const { comparison, moved } = comparisons[when];
      return moved.map((one) =>
        rowOf(`${when} ${one.reference}`, [
          since(comparison),
          ...[one.reference, one.name, one.organisation],
          ...[standingLabels[one.before], standingLabels[one.after]],
          one.moves.at(-1)?.effectiveOn ?? null,
          movesWords(one),
        ]),
      );
    }),
  });
}

/** "To live on 3 March 2026: opened to all." */
function movesWords({ moves }: SnapshotMove): string | null {
  const each = moves.map(({ effectiveOn, stage, note }) => {
    const said = note ? `: ${note}` : '';
    return `To ${stageLabels[stage].toLowerCase()} on ${formatDate(effectiveOn)}${said}`;
  });
  return each.join('; ') || null;
}

/** All services, and the same services, so that a changing list does not look like progress. */
export function sameServicesTable({ comparisons }: Snapshot, lines: readonly string[]): PackTable {
  const both = ({ before, after }: { before: Counts; after: Counts }) => [
    before.services,
    after.services,
    liveCell(before),
    liveCell(after),
    changeCell(before, after),
  ];
  return tableOf({
    ...{ key: 'same_services', name: 'Same services', headers: 2, lines },
    title: 'Live or beyond among all services, and among the same services',
    columns: [
      textColumn('since', 'Since'),
      textColumn('among', 'Among'),
      numberColumn('services_then', 'Then', 'services'),
      numberColumn('services_now', 'Now', 'services'),
      shareColumn('live_then', 'Live or beyond then'),
      shareColumn('live_now', 'Live or beyond now'),
      pointsColumn('change', 'Change'),
      numberColumn('entered', 'Entered', 'services'),
      numberColumn('left', 'Left', 'services'),
      shareColumn('coverage', 'Part of all services now', { notes: ['same'] }),
    ],
    rows: comparedWith.flatMap((when) => {
      const { comparison } = comparisons[when];
      const { overall, sameServices, entered, left } = comparison;
      const date = since(comparison);
      return [
        rowOf(`${when} all`, [date, 'All services', ...both(overall), entered, left, null]),
        rowOf(`${when} same`, [
          ...[date, 'The same services', ...both(sameServices), null, null],
          toOneDecimal(comparisonCoverage(comparison)),
        ]),
      ];
    }),
  });
}
