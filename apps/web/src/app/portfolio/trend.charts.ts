import { type Chart, smallMultiples, trendLines } from '@headway/charts';
import {
  type OrganisationLine,
  type QuarterCounts,
  type TrendMeasure,
  lineWords,
  liveOrBeyond,
  measures,
  quarterName,
  share,
  trendLinesOf,
} from '@headway/domain';
import { colours, redesignColours } from './portfolio.charts';

/** The share of each stage, or state of another measure, at the end of every quarter. */
export function trendChart(
  quarters: readonly QuarterCounts[],
  measure: TrendMeasure,
  description: string,
  width: number,
): Chart {
  const colourOf: Readonly<Record<string, string>> = measure === 'redesign' ? redesignColours : colours;
  return trendLines({
    title: `${measures[measure].label} over time`,
    description,
    rowHeading: 'Quarter',
    periods: quarters.map(({ quarter }) => quarterName(quarter)),
    lines: trendLinesOf(quarters, measure).map((line) => ({ ...line, colour: colourOf[line.key]! })),
    width,
  });
}

/** Each department’s share that is live or beyond, over the same quarters and on one scale. */
export function departmentsChart(
  quarters: readonly Pick<QuarterCounts, 'quarter'>[],
  lines: readonly OrganisationLine[],
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
      text: lineWords(line),
      values: line.quarters.map((one) => one && share(liveOrBeyond(one.counts), one.counts)),
    })),
    colour: colours.live,
    width,
  });
}
