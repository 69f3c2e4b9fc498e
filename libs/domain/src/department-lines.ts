import type { CalendarDate } from './calendar.js';
import { pointsWords, spreadSentence } from './change-sentences.js';
import { type Counts, liveOrBeyond, pointsChange, recorded, share } from './counts.js';
import type { FigureTable } from './figure-tables.js';
import { type OrganisationCounts, withoutParts } from './figures.js';
import { quarterName } from './quarter.js';
import { percent } from './sentences.js';

/** How one organisation stood at the end of each quarter: null where it did not exist. */
export interface OrganisationLine {
  readonly organisation: OrganisationCounts['organisation'];
  readonly quarters: readonly ({ readonly name: string; readonly counts: Counts } | null)[];
}

export type LinesSortedBy = 'name' | 'share' | 'change';

/** Those that are part of no other line, in the order that the reader chose; they come by name. */
export function departmentLines<Line extends OrganisationLine>(
  all: readonly Line[],
  sortedBy: LinesSortedBy = 'name',
): Line[] {
  const whole = withoutParts(all);
  // What says nothing comes last, and equals stay in the order of their names.
  if (sortedBy === 'share') return whole.toSorted((a, b) => order(shareNow(b), shareNow(a)));
  if (sortedBy === 'change') return whole.toSorted((a, b) => order(changeOver(b), changeOver(a)));
  return whole;
}

/** How far apart departments stood in the last of these quarters and in the first, in a sentence. */
export function departmentsSpread(
  quarters: readonly { readonly on: CalendarDate }[],
  all: readonly OrganisationLine[],
): string {
  const lines = withoutParts(all);
  return spreadSentence(
    quarters.map(({ on }, n) => ({ on, organisations: lines.flatMap((line) => line.quarters[n] ?? []) })),
  );
}

/** The share of each that is live or beyond, quarter by quarter. */
export function departmentsTable(
  quarters: readonly { readonly quarter: string; readonly on: CalendarDate }[],
  lines: readonly OrganisationLine[],
): FigureTable {
  return {
    caption: 'Share that is live or beyond, by department and quarter',
    heading: 'Department',
    columns: quarters.map(({ quarter }) => quarterName(quarter)),
    shareHeading: 'Now and change',
    lines: lines.map((line) => {
      const { slug: organisation, name: label } = line.organisation;
      const stage = ['live', 'redesigned'] as const;
      return {
        ...{ key: organisation, label, level: 0, organisation, on: null },
        figures: line.quarters.map((one, n) => ({
          value: one ? percent(liveOrBeyond(one.counts), one.counts) : 'not there',
          narrowing: { organisation, stage, on: quarters[n]!.on },
        })),
        share: {
          value: lineWords(line),
          narrowing: { organisation, stage, on: quarters.at(-1)!.on },
          ...(changeOver(line) === null ? {} : { since: quarters[firstRecorded(line)]!.on }),
        },
      };
    }),
  };
}

/** "42%, 10 points up" */
export function lineWords(line: OrganisationLine): string {
  const counts = line.quarters.at(-1)?.counts;
  if (!counts) return 'No longer counted';
  if (recorded(counts) === 0) return 'Nothing recorded';
  const change = changeOver(line);
  const now = percent(liveOrBeyond(counts), counts);
  return change === null ? now : `${now}, ${pointsWords(change)}`;
}

function order(a: number | null, b: number | null): number {
  return (a ?? -Infinity) === (b ?? -Infinity) ? 0 : (a ?? -Infinity) - (b ?? -Infinity);
}

function shareNow(line: OrganisationLine): number | null {
  const counts = line.quarters.at(-1)?.counts;
  return counts ? share(liveOrBeyond(counts), counts) : null;
}

const firstRecorded = ({ quarters }: OrganisationLine) =>
  quarters.findIndex((one) => one && recorded(one.counts) > 0);

/** From the first of the quarters with anything recorded to the last of them all, in points. */
function changeOver(line: OrganisationLine): number | null {
  const [first, last] = [line.quarters[firstRecorded(line)], line.quarters.at(-1)].map((one) => one?.counts);
  return first && last && first !== last ? pointsChange(liveOrBeyond, first, last) : null;
}
