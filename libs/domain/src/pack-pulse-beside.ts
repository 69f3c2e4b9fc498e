import { confidenceLabels } from './confidence.js';
import { organisationFigures } from './figures.js';
import {
  type PackFigure,
  numberColumn,
  pointsColumn,
  rowOfFigures,
  shareColumn,
  tableOf,
  textColumn,
  toOneDecimal,
} from './pack-columns.js';
import { allOfGovernmentRow, figureOf, staffColumn } from './pack-pulse.js';
import { besideSentences } from './pack-pulse-sentences.js';
import type { PackTable } from './pack.js';
import { type RecordAndBelief, asConfident, barriersBeside, recordAndBelief } from './pulse-beliefs.js';
import { pulseResultIn } from './pulse-results.js';
import type { BarrierCategory } from './barrier.js';
import type { Counts } from './counts.js';
import type { Snapshot, SnapshotPulse } from './snapshot.js';

const gap = (key: string, header: string) => pointsColumn(key, header, { notes: ['pulse_gap'] });

const columns = [
  textColumn('organisation', 'Organisation'),
  textColumn('part_of', 'Part of'),
  shareColumn('recorded_live', 'Recorded live or beyond'),
  staffColumn('staff_live', 'Staff who say live'),
  gap('live_gap', 'Gap, live'),
  shareColumn('recorded_redesigned', 'Recorded redesigned'),
  staffColumn('staff_complete', 'Staff who say redesign is complete'),
  gap('redesign_gap', 'Gap, redesign'),
  textColumn('return', 'Confidence in the return', { blank: 'x' }),
  staffColumn('as_confident', 'Staff as confident as the return, or more'),
];

/** Organisations of the quarter's last day that were in the survey: what leads recorded beside what staff said. */
export function recordAndBeliefTable(snapshot: Snapshot, pulse: SnapshotPulse): PackTable {
  const { organisations, figures, returns } = snapshot;
  const surveyed = new Set(pulse.organisations.map(({ slug }) => slug));
  const here = organisations.filter(({ organisation: { slug } }) => surveyed.has(slug));
  const known = new Map(here.map((one) => [one.organisation.slug, one.organisation]));
  const said = new Map(returns.map(({ organisation: { slug }, confidence }) => [slug, confidence]));
  const row = (slug: string | null, label: string, counts: Counts, level: number) => {
    const confidence = said.get(slug ?? '') ?? null;
    const answered = pulseResultIn(pulse.results, 'confidence', slug)!;
    return rowOfFigures(
      slug ?? allOfGovernmentRow,
      columns,
      [
        label,
        known.get(known.get(slug ?? '')?.parent ?? '')?.name ?? null,
        ...beside(pulse, 'online', slug, counts),
        ...beside(pulse, 'redesign', slug, counts),
        confidence && confidenceLabels[confidence],
        // Where no return says how confident it is, nothing is held back.
        asConfidentAs(confidence) ? figureOf(answered, (shown) => asConfident(confidence, shown)) : null,
      ],
      level,
    );
  };
  return tableOf({
    ...{ key: 'record_and_belief', name: 'Record and belief' },
    title: 'What leads recorded by the last day of the quarter, beside what staff say',
    ...{ notes: ['agencies'], lines: besideSentences(snapshot), columns },
    rows: [
      row(null, 'All of government', figures.total, 0),
      ...organisationFigures(here).map(({ key, label, counts, level }) => row(key, label, counts, level)),
    ],
  });
}

function asConfidentAs(returned: Parameters<typeof asConfident>[0]): boolean {
  return returned !== null && returned !== 'dont_know';
}

function beside(
  pulse: SnapshotPulse,
  of: RecordAndBelief['of'],
  slug: string | null,
  counts: Counts,
): PackFigure[] {
  const result = pulseResultIn(pulse.results, of, slug)!;
  const { recorded, believed, gap: apart } = recordAndBelief(of, counts, result);
  return [toOneDecimal(recorded), figureOf(result, () => believed), figureOf(result, () => apart)];
}

/** Barriers of all of government, as leads recorded them and as staff named them. */
export function barriersBesideTable({ barriers }: Snapshot, pulse: SnapshotPulse): PackTable {
  const open: Partial<Record<BarrierCategory, number>> = {};
  for (const { category } of barriers) open[category] = (open[category] ?? 0) + 1;
  const result = pulseResultIn(pulse.results, 'barriers')!;
  const own = [
    textColumn('barrier', 'Barrier'),
    numberColumn('recorded', 'Recorded and open', 'barriers'),
    staffColumn('named', 'Staff who name it'),
  ];
  return tableOf({
    ...{ key: 'pulse_barriers', name: 'Barriers beside the pulse' },
    title: 'Barriers that leads recorded, beside those that staff name',
    columns: own,
    rows: barriersBeside(open, result).map(({ category, label, recorded, believed }) =>
      rowOfFigures(category, own, [label, recorded, figureOf(result, () => believed)]),
    ),
  });
}
