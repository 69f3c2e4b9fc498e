import { formatDate } from './calendar.js';
import { type Counts, type Covered, liveOrBeyond, share } from './counts.js';
import {
  type AllCounts,
  type Figures,
  audienceFigures,
  officeFigures,
  organisationFigures,
} from './figures.js';
import { onlineLabels, onlineStates, redesignLabels, redesignStates } from './measures.js';
import { organisationKindLabels } from './organisation.js';
import {
  changeCell,
  liveCell,
  numberColumn,
  pointsColumn,
  rowOf,
  shareCell,
  shareColumn,
  stageCells,
  stageColumns,
  tableOf,
  textColumn,
  toOneDecimal,
} from './pack-columns.js';
import type { PackColumn, PackRow, PackTable, PackValue } from './pack.js';
import { audienceLabels, audiences } from './service.js';
import { type ComparedWith, type Snapshot, comparedWith } from './snapshot.js';
import { officeLabels, offices } from './office.js';
import { stageLabels, stages } from './stage.js';

/** What was counted a quarter and a year before, as it is known in this snapshot. */
export function countedBefore({ trend, comparisons }: Snapshot, when: ComparedWith): AllCounts | undefined {
  return trend.find(({ quarter }) => quarter === comparisons[when].quarter);
}

function changeColumns(
  { comparisons: { lastQuarter, lastYear } }: Snapshot,
  blank: PackColumn['blank'] = 'x',
): PackColumn[] {
  return [
    pointsColumn('change_quarter', `Change since ${formatDate(lastQuarter.comparison.with)}`, { blank }),
    pointsColumn('change_year', `Change since ${formatDate(lastYear.comparison.with)}`, { blank }),
  ];
}

const liveColumn = shareColumn('live_or_beyond', 'Live or beyond');

/** Part of what is recorded, and what that is a part of. */
interface Part {
  readonly part: number;
  readonly of: Covered;
}

interface HeadlineFigure {
  readonly key: string;
  readonly label: string;
  readonly of: (counted: AllCounts) => Part;
}

const liveOf = (of: Counts): Part => ({ part: liveOrBeyond(of), of });

const headlineFigures: readonly HeadlineFigure[] = [
  ...stages.map((key) => ({
    ...{ key, label: stageLabels[key] },
    of: ({ total }: AllCounts) => ({ part: total[key], of: total }),
  })),
  { key: 'live_or_beyond', label: 'Live or beyond', of: ({ total }) => liveOf(total) },
  ...onlineStates.map((state) => ({
    ...{ key: `online_${state}`, label: `Online: ${onlineLabels[state].toLowerCase()}` },
    of: ({ online }: AllCounts) => ({ part: online[state], of: online }),
  })),
  ...redesignStates.map((state) => ({
    ...{ key: `redesign_${state}`, label: `Redesign: ${redesignLabels[state].toLowerCase()}` },
    of: ({ redesign }: AllCounts) => ({ part: redesign[state], of: redesign }),
  })),
  ...audiences.map((key) => ({
    ...{ key, label: `${audienceLabels[key]} services that are live or beyond` },
    of: ({ byAudience }: AllCounts) => liveOf(byAudience[key]),
  })),
  ...offices.map((key) => ({
    ...{ key, label: `${officeLabels[key]} is live or beyond` },
    of: ({ offices: counted }: AllCounts) => liveOf(counted[key]),
  })),
];

/** The figures to take away: how many, what share, and how that has changed. */
export function headlineTable(snapshot: Snapshot, lines: readonly string[]): PackTable {
  const { total } = snapshot.figures;
  const before = comparedWith.map((when) => countedBefore(snapshot, when));
  return tableOf({
    ...{ key: 'headline', name: 'Headline', title: 'Headline figures', lines },
    columns: [
      textColumn('figure', 'Figure'),
      numberColumn('services', 'Number', 'services'),
      shareColumn('share', 'Share', { blank: 'z' }),
      ...changeColumns(snapshot, 'z'),
    ],
    rows: [
      rowOf('services', ['Services', total.services, null, null, null]),
      rowOf('not_recorded', ['Not recorded', total.not_recorded, null, null, null]),
      ...headlineFigures.map(({ key, label, of }) => {
        const now = of(snapshot.figures);
        const changes = before.map((counted) => (counted ? pointsBetween(of(counted), now) : null));
        return rowOf(key, [label, now.part, shareCell(now.part, now.of), ...changes]);
      }),
    ],
  });
}

function pointsBetween(before: Part, after: Part): PackValue {
  const [was, is] = [share(before.part, before.of), share(after.part, after.of)];
  return was === null || is === null ? null : toOneDecimal(is - was);
}

function figureRow(
  { key, label, level, counts }: Figures,
  before: readonly (Counts | undefined)[],
  more: PackValue[] = [],
): PackRow {
  const changes = before.map((counted) => changeCell(counted, counts));
  return rowOf(key, [label, ...more, ...stageCells(counts), liveCell(counts), ...changes], level);
}

export function organisationsTable(snapshot: Snapshot): PackTable {
  const { organisations, organisationTrend, trend } = snapshot;
  const known = new Map(organisations.map((one) => [one.organisation.slug, one.organisation]));
  const lines = new Map(organisationTrend.map((line) => [line.organisation.slug, line.quarters]));
  const then = (slug: string, when: ComparedWith) => {
    const n = trend.findIndex(({ quarter }) => quarter === snapshot.comparisons[when].quarter);
    return lines.get(slug)?.[n]?.counts;
  };
  return tableOf({
    ...{ key: 'organisations', name: 'By organisation', title: 'Services by stage and organisation' },
    notes: ['agencies'],
    columns: [
      textColumn('organisation', 'Organisation'),
      textColumn('part_of', 'Part of'),
      textColumn('kind', 'Kind'),
      ...stageColumns,
      liveColumn,
      ...changeColumns(snapshot),
    ],
    rows: organisationFigures(organisations).map((figures) => {
      const { parent, kind } = known.get(figures.key)!;
      const more = [known.get(parent ?? '')?.name ?? null, kind ? organisationKindLabels[kind] : null];
      return figureRow(figures, [then(figures.key, 'lastQuarter'), then(figures.key, 'lastYear')], more);
    }),
  });
}

function byFigures(
  snapshot: Snapshot,
  table: Pick<PackTable, 'key' | 'name' | 'title'> & { readonly heading: string },
  figuresOf: (counted: AllCounts) => Figures[],
): PackTable {
  const { heading, ...named } = table;
  const before = comparedWith.map((when) => {
    const counted = countedBefore(snapshot, when);
    return counted ? figuresOf(counted) : [];
  });
  return tableOf({
    ...named,
    columns: [textColumn('of', heading), ...stageColumns, liveColumn, ...changeColumns(snapshot)],
    rows: figuresOf(snapshot.figures).map((figures, n) =>
      figureRow(
        figures,
        before.map((all) => all[n]?.counts),
      ),
    ),
  });
}

export function audiencesTable(snapshot: Snapshot): PackTable {
  const table = { key: 'audiences', name: 'By audience', title: 'External and internal services by stage' };
  return byFigures(snapshot, { ...table, heading: 'Audience' }, (counted) => audienceFigures(counted));
}

export function officesTable(snapshot: Snapshot): PackTable {
  const table = { key: 'offices', name: 'Offices', title: 'Front, middle and back office by stage' };
  return byFigures(snapshot, { ...table, heading: 'Office' }, officeFigures);
}

/** Online and redesign, each from nothing done to all done. */
export function measuresTable({ figures: { online, redesign } }: Snapshot): PackTable {
  const columns = [
    textColumn('measure', 'Measure'),
    numberColumn('services', 'All', 'services'),
    numberColumn('not_started', 'Not started', 'services'),
    numberColumn('under_way', 'In progress or under way', 'services'),
    numberColumn('done', 'Live or complete', 'services'),
    numberColumn('not_recorded', 'Not recorded', 'services', { notes: ['recorded'] }),
    shareColumn('share', 'Live or complete, share'),
  ];
  const row = (key: string, label: string, all: Covered, states: readonly [number, number, number]) =>
    rowOf(key, [label, all.services, ...states, all.not_recorded, shareCell(states[2], all)]);
  return tableOf({
    ...{ key: 'measures', name: 'Online and redesign', title: 'Services online, and redesigned', columns },
    rows: [
      row('online', 'Online', online, [online.not_started, online.in_progress, online.live]),
      row('redesign', 'Redesign', redesign, [redesign.not_started, redesign.under_way, redesign.complete]),
    ],
  });
}
