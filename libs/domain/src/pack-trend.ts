import { liveOrBeyond, noCounts } from './counts.js';
import { organisationFigures } from './figures.js';
import {
  liveCell,
  numberColumn,
  rowOf,
  shareCell,
  shareColumn,
  stageCells,
  stageColumns,
  tableOf,
  textColumn,
} from './pack-columns.js';
import type { PackRow, PackTable } from './pack.js';
import { quarterName } from './quarter.js';
import { type Published, type Snapshot, type SnapshotOrganisation, comparedWith } from './snapshot.js';
import { stageLabels, stagesOrNone } from './stage.js';

/** Twelve quarters, newest first. */
export function trendTable({ trend }: Snapshot): PackTable {
  return tableOf({
    ...{ key: 'trend', name: 'Trend', title: 'Services by stage at the end of each quarter' },
    lines: ['Each quarter is as it was known when this quarter was closed.'],
    columns: [
      textColumn('quarter', 'Quarter'),
      ...stageColumns,
      shareColumn('live_or_beyond', 'Live or beyond'),
      shareColumn('redesign_complete', 'Redesign complete'),
      shareColumn('external', 'External, live or beyond'),
      shareColumn('internal', 'Internal, live or beyond'),
    ],
    rows: trend
      .toReversed()
      .map(({ quarter, total, redesign, byAudience: { external, internal } }) =>
        rowOf(quarter, [
          quarterName(quarter),
          ...stageCells(total),
          liveCell(total),
          shareCell(redesign.complete, redesign),
          liveCell(external),
          liveCell(internal),
        ]),
      ),
  });
}

/** The share that is live or beyond, a column for each quarter, oldest first. */
export function organisationTrendTable({ trend, organisationTrend }: Snapshot): PackTable {
  const lines = new Map(organisationTrend.map((line) => [line.organisation.slug, line]));
  const figures = organisationFigures(
    organisationTrend.map(({ organisation, quarters }) => ({
      organisation,
      counts: quarters.at(-1)?.counts ?? noCounts(),
    })),
  );
  return tableOf({
    ...{ key: 'organisation_trend', name: 'Trend by organisation' },
    title: 'Share of services that are live or beyond, by organisation and quarter',
    notes: ['agencies'],
    columns: [
      textColumn('organisation', 'Organisation'),
      ...trend.map(({ quarter }) =>
        shareColumn(quarter.toLowerCase().replaceAll('-', '_').replace(/^/, 'q_'), quarterName(quarter)),
      ),
    ],
    rows: figures.map(({ key, label, level }) => {
      const quarters = lines.get(key)!.quarters;
      return rowOf(key, [label, ...quarters.map((one) => (one ? liveCell(one.counts) : null))], level);
    }),
  });
}

/** Published figures beside the figures as now known: what differs has been revised since. */
export function publishedTable(snapshot: Snapshot): PackTable {
  const all = comparedWith.flatMap((when) => {
    const published = snapshot.published[when];
    return published ? figuresThenAndNow(snapshot, published) : [];
  });
  return tableOf({
    ...{ key: 'published', name: 'Published before', headers: 2 },
    title: 'Figures as they were published, and as they are now known',
    lines: ['A figure that is now another than it was published is marked as revised.'],
    columns: [
      textColumn('figure', 'Figure'),
      textColumn('quarter', 'Quarter'),
      numberColumn('revision', 'Revision', 'number'),
      numberColumn('published', 'Published', 'services', { blank: 'x' }),
      numberColumn('now', 'As now known', 'services', { blank: 'x' }),
      numberColumn('difference', 'Difference', 'services', { blank: 'x' }),
    ],
    rows: all,
  });
}

function figuresThenAndNow({ trend, organisationTrend }: Snapshot, published: Published): PackRow[] {
  const n = trend.findIndex(({ quarter }) => quarter === published.quarter);
  const now = trend[n]?.total;
  const row = (key: string, figure: string, then: number | null, known: number | null): PackRow => {
    const difference = then === null || known === null ? null : known - then;
    const cells = [figure, quarterName(published.quarter), published.revision, then, known, difference];
    return { ...rowOf(`${published.quarter} ${key}`, cells), revised: then === known ? [] : ['now'] };
  };
  const { total } = published.figures;
  const lines = new Map(organisationTrend.map((line) => [line.organisation.slug, line]));
  const then = new Map(published.organisations.map((one) => [one.organisation.slug, one]));
  const names = new Map([
    ...organisationTrend.map(({ organisation }) => [organisation.slug, organisation.name] as const),
    ...published.organisations.map(({ organisation }) => [organisation.slug, organisation.name] as const),
  ]);
  return [
    row('all', 'All services', total.services, now?.services ?? null),
    ...stagesOrNone.map((stage) => row(stage, stageLabels[stage], total[stage], now?.[stage] ?? null)),
    row('live_or_beyond', 'Live or beyond', liveOrBeyond(total), now ? liveOrBeyond(now) : null),
    ...[...names].map(([slug, name]) => {
      const counts = lines.get(slug)?.quarters[n]?.counts;
      return row(
        `of ${slug}`,
        `Live or beyond: ${name}`,
        liveOf(then.get(slug)),
        counts ? liveOrBeyond(counts) : null,
      );
    }),
  ];
}

function liveOf(one: SnapshotOrganisation | undefined): number | null {
  return one ? liveOrBeyond(one.counts) : null;
}
