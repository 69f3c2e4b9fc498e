import { type BarRow, type Chart, stageBar, stackedBars, trendLines } from '@headway/charts';
import {
  type Counts,
  type Figures,
  type Snapshot,
  type Stage,
  audienceFigures,
  coverageSentence,
  headline,
  liveOrBeyond,
  officeFigures,
  organisationFigures,
  percent,
  quarterName,
  recorded,
  stageLabels,
  stages,
  trendLinesOf,
  trendSentence,
} from '@headway/domain';
import { chartWidth } from '../pdf/pack-document.js';

const colours: Readonly<Record<Stage, string>> = {
  not_started: '#12436D',
  in_progress: '#28A197',
  live: '#801650',
  redesigned: '#F46A25',
};
const series = stages.map((key) => ({ key, label: stageLabels[key], colour: colours[key] }));
const width = chartWidth;

/** So many bars and their key stand on one page, beneath a heading. */
const mostBars = 12;

export function stagesChart({ figures: { total } }: Snapshot): Chart {
  const segments = series.map((one) => ({ ...one, value: total[one.key] }));
  const description = `${headline(total)} ${coverageSentence(total)}`.trim();
  return stageBar({ title: 'Services by stage', description, segments, unit: 'Services', width });
}

export function trendChart({ trend }: Snapshot): Chart {
  const lines = trendLinesOf(trend, 'stage').map((line) => ({ ...line, colour: colours[line.key as Stage] }));
  return trendLines({
    ...{ title: 'Share of services at each stage, by quarter', description: trendSentence(trend) },
    ...{ rowHeading: 'Quarter', periods: trend.map(({ quarter }) => quarterName(quarter)), lines, width },
  });
}

/** Organisations that are part of no other, as many charts as they need. */
export function organisationCharts({ organisations }: Snapshot): Chart[] {
  const whole = organisationFigures(organisations).filter(({ level }) => level === 0);
  const charts = Math.ceil(whole.length / mostBars);
  const each = Math.ceil(whole.length / charts);
  const parts = Array.from({ length: charts }, (_, n) => whole.slice(n * each, (n + 1) * each));
  return parts.map((figures, n) => {
    const [first, last] = [figures[0]!, figures.at(-1)!];
    const of = parts.length === 1 ? '' : `, ${n + 1} of ${parts.length}`;
    const description =
      `The shares of services at each stage in each of ${figures.length} organisations, ` +
      `from ${first.label} to ${last.label}, by name.`;
    return bars(`Stages by organisation${of}`, description, 'Organisation', figures);
  });
}

export function audiencesChart({ figures }: Snapshot): Chart {
  const lines = audienceFigures(figures);
  return bars('External and internal services by stage', said(lines), 'Audience', lines);
}

export function officesChart({ figures }: Snapshot): Chart {
  const lines = officeFigures(figures);
  return bars('Front, middle and back office by stage', said(lines), 'Office', lines);
}

function said(lines: readonly Figures[]): string {
  return lines.map(({ label, counts }) => `${label}: ${beside(counts)}.`).join(' ');
}

function bars(title: string, description: string, rowHeading: string, figures: readonly Figures[]): Chart {
  const rows = figures.map(({ label, counts }): BarRow => ({
    ...{ label, text: beside(counts) },
    values: stages.map((stage) => counts[stage]),
  }));
  return stackedBars({ ...{ title, description, rowHeading, series, rows, width }, unit: 'Services' });
}

function beside(counts: Counts): string {
  if (recorded(counts) === 0) return 'nothing recorded';
  return `${percent(liveOrBeyond(counts), counts)} live or beyond`;
}
