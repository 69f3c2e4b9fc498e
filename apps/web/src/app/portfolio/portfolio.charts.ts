import { type Chart, type Table, stageBar, stackedBars } from '@headway/charts';
import {
  type Counts,
  type Stage,
  coverageSentence,
  headline,
  liveOrBeyond,
  percent,
  recorded,
  share,
  stageLabels,
  stages,
  stagesOrNone,
} from '@headway/domain';
import type { Figures } from './figures';

const colours: Readonly<Record<Stage, string>> = {
  not_started: '#12436D',
  in_progress: '#28A197',
  live: '#801650',
  redesigned: '#F46A25',
};
const series = stages.map((stage) => ({ key: stage, label: stageLabels[stage], colour: colours[stage] }));

/** The recorded services of one count, by stage. */
export function stagesChart(title: string, counts: Counts, width: number): Chart {
  const segments = series.map((one) => ({ ...one, value: counts[one.key] }));
  const description = `${headline(counts)} ${coverageSentence(counts)}`.trim();
  return stageBar({ title, description, segments, unit: 'Services', width });
}

/** Organisations beside each other as shares of their recorded services. */
export function organisationsChart(title: string, figures: readonly Figures[], width: number): Chart {
  const rows = figures.map(({ label, level, counts }) => ({
    label,
    level,
    values: stages.map((stage) => counts[stage]),
    text: beside(counts),
  }));
  return stackedBars({
    title,
    description: spread(figures),
    series,
    rows,
    rowHeading: 'Organisation',
    unit: 'Services',
    width,
  });
}

function beside(counts: Counts): string {
  if (recorded(counts) === 0) return 'nothing recorded';
  return `${percent(liveOrBeyond(counts), counts)} live or beyond`;
}

/** How far apart they are, in a sentence; parts of another line are left out, as they are counted there. */
function spread(figures: readonly Figures[]): string {
  const whole = figures.filter(({ level, counts }) => level === 0 && recorded(counts) > 0);
  const ranked = whole.toSorted((a, b) => ratio(b.counts) - ratio(a.counts));
  const [first, last] = [ranked[0], ranked.at(-1)];
  if (!first || !last) return 'No organisation has a stage recorded.';
  const said = ({ label, counts }: Figures) => `${percent(liveOrBeyond(counts), counts)} in ${label}`;
  if (first === last) return `The share that is live or beyond is ${said(first)}.`;
  return `The share that is live or beyond goes from ${said(first)} to ${said(last)}.`;
}

function ratio(counts: Counts): number {
  return share(liveOrBeyond(counts), counts) ?? 0;
}

/** The figures as the table beneath the chart says them, for a file. */
export function figuresTable(heading: string, figures: readonly Figures[], on: string): Table {
  return {
    columns: [heading, 'Part of', 'Date', 'Services', ...stagesOrNone.map((stage) => stageLabels[stage])],
    rows: figures.map(({ label, level, counts }, i) => {
      const whole =
        level === 0 ? '' : (figures.slice(0, i).findLast((one) => one.level < level)?.label ?? '');
      return [label, whole, on, counts.services, ...stagesOrNone.map((stage) => counts[stage])];
    }),
  };
}
