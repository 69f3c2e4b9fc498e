import { type CalendarDate, formatDate } from './calendar.js';
import { pointsWords } from './change-sentences.js';
import { recorded, share } from './counts.js';
import type { FigureTable } from './figure-tables.js';
import type { AllCounts } from './figures.js';
import { quarterName, quarterOf } from './quarter.js';
import { percent } from './sentences.js';
import { type TrendMeasure, doneOf, measureFigures, measures } from './trend-measures.js';

/** What is counted at the end of a quarter, or on a day in it. */
export interface QuarterCounts extends AllCounts {
  readonly quarter: string;
  readonly on: CalendarDate;
}

/** Each state's share at the end of each quarter: null where nothing is recorded. */
export function trendLinesOf(quarters: readonly QuarterCounts[], measure: TrendMeasure) {
  const { states, counts } = measures[measure];
  return states.map(({ key, label }) => ({
    ...{ key, label },
    values: quarters.map((one) => share(counts(one)[key]!, counts(one))),
  }));
}

/** "From 31 March 2024 to 24 November 2026 the share that is live or beyond went from 16% to 27%, 11 points up." */
export function trendSentence(quarters: readonly QuarterCounts[], measure: TrendMeasure = 'stage'): string {
  const chosen = measures[measure];
  const told = quarters
    .map((one) => ({ on: one.on, counts: chosen.counts(one) }))
    .filter(({ counts }) => recorded(counts) > 0);
  const [first, last] = [told[0], told.at(-1)];
  if (!first || !last) return 'Nothing is recorded in these quarters.';
  const [was, is] = [first, last].map(({ counts }) => percent(doneOf(chosen, counts), counts));
  const { shareWords } = chosen;
  if (first === last) return `On ${formatDate(last.on)} ${shareWords} was ${is}.`;
  const [before, after] = [first, last].map(({ counts }) => share(doneOf(chosen, counts), counts)!);
  const change = pointsWords(after! - before!);
  const when = `From ${formatDate(first.on)} to ${formatDate(last.on)}`;
  if (was !== is) return `${when} ${shareWords} went from ${was} to ${is}, ${change}.`;
  // Rounded they are the same, and a small change is still said.
  return `${when} ${shareWords} stayed at ${change === 'unchanged' ? `${is}.` : `about ${is}, ${change}.`}`;
}

/** The first and the last day of these with a stage recorded; null where they are one, or there is none. */
export function recordedBetween(
  quarters: readonly QuarterCounts[],
): { from: CalendarDate; to: CalendarDate } | null {
  const days = quarters.filter(({ total }) => recorded(total) > 0).map(({ on }) => on);
  return days.length > 1 ? { from: days[0]!, to: days.at(-1)! } : null;
}

/** A line for each quarter, newest first. */
export function trendTable(quarters: readonly QuarterCounts[], measure: TrendMeasure = 'stage'): FigureTable {
  const chosen = measures[measure];
  const { label, shareHeading } = chosen;
  return {
    caption: `${label}, at the end of each quarter`,
    heading: 'Quarter',
    columns: ['Services', ...chosen.states.map((state) => state.label), 'Not recorded'],
    shareHeading,
    lines: quarters.toReversed().map((one) => {
      const part = one.on === quarterOf(one.quarter)!.to ? '' : ` to ${formatDate(one.on)}`;
      return {
        ...{ key: one.quarter, label: `${quarterName(one.quarter)}${part}`, level: 0, organisation: null },
        on: one.on,
        ...measureFigures(measure, one, { on: one.on }),
      };
    }),
  };
}
