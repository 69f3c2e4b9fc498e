import { type Chart, smallMultiples, trendLines } from '@headway/charts';
import type { Trend } from '@headway/contract';
import {
  type Counts,
  liveOrBeyond,
  percent,
  pointsChange,
  pointsWords,
  recorded,
  share,
  stageLabels,
  stages,
} from '@headway/domain';
import { quarterName } from './figures';
import { colours } from './portfolio.charts';

type Line = Trend['byOrganisation'][number];
export type SortBy = 'name' | 'share' | 'change';

/** The share of each stage at the end of every quarter. */
export function trendChart({ quarters }: Trend, description: string, width: number): Chart {
  return trendLines({
    title: 'Services by stage over time',
    description,
    rowHeading: 'Quarter',
    periods: quarters.map(({ quarter }) => quarterName(quarter)),
    lines: stages.map((stage) => ({
      ...{ key: stage, label: stageLabels[stage], colour: colours[stage] },
      values: quarters.map(({ total }) => share(total[stage], total)),
    })),
    width,
  });
}

/** Each department’s share that is live or beyond, over the same quarters and on one scale. */
export function departmentsChart(
  { quarters }: Trend,
  lines: readonly Line[],
  description: string,
  width: number,
): Chart {
  return smallMultiples({
    title: 'Departments over time: share that is live or beyond',
    description,
    rowHeading: 'Organisation',
    periods: quarters.map(({ quarter }) => quarterName(quarter)),
    panels: lines.map((line) => ({
      key: line.organisation.slug,
      label: line.organisation.name,
      text: panelText(line),
      values: line.quarters.map((one) => one && share(liveOrBeyond(one.counts), one.counts)),
    })),
    colour: colours.live,
    width,
  });
}

/** Those that are part of no other line, in the order that the reader chose. */
export function departmentLines({ byOrganisation }: Trend, sortBy: SortBy): Line[] {
  const here = new Set(byOrganisation.map(({ organisation: { slug } }) => slug));
  const whole = byOrganisation.filter(({ organisation: { parent } }) => !here.has(parent ?? ''));
  // What says nothing comes last, and equals stay in the order of their names.
  if (sortBy === 'share') return whole.toSorted((a, b) => order(shareNow(b), shareNow(a)));
  if (sortBy === 'change') return whole.toSorted((a, b) => order(changeOver(b), changeOver(a)));
  return whole;
}

function order(a: number | null, b: number | null): number {
  return (a ?? -Infinity) === (b ?? -Infinity) ? 0 : (a ?? -Infinity) - (b ?? -Infinity);
}

function shareNow(line: Line): number | null {
  const counts = line.quarters.at(-1)?.counts;
  return counts ? share(liveOrBeyond(counts), counts) : null;
}

/** From the first of the quarters with anything recorded to the last of them all, in points. */
export function changeOver(line: Line): number | null {
  const [first, last] = [firstTold(line), line.quarters.at(-1)?.counts];
  return first && last && first !== last ? pointsChange(liveOrBeyond, first, last) : null;
}

function firstTold({ quarters }: Line): Counts | undefined {
  return quarters.find((one) => one && recorded(one.counts) > 0)?.counts;
}

/** "42%, 10 points up" */
export function panelText(line: Line): string {
  const counts = line.quarters.at(-1)?.counts;
  if (!counts) return 'No longer counted';
  if (recorded(counts) === 0) return 'Nothing recorded';
  const change = changeOver(line);
  const now = percent(liveOrBeyond(counts), counts);
  return change === null ? now : `${now}, ${pointsWords(change)}`;
}
