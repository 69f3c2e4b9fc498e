import { type Counts, type Covered, liveOrBeyond, pointsChange, share } from './counts.js';
import type { PackColumn, PackRow, PackTable, PackValue } from './pack.js';
import { type StageOrNone, stageLabels, stagesOrNone } from './stage.js';

type More = Partial<Pick<PackColumn, 'blank' | 'notes'>>;

const column = (
  key: string,
  header: string,
  type: PackColumn['type'],
  unit: string | null,
  more: More = {},
) => ({ key, header, type, unit, blank: 'z', notes: [], ...more }) satisfies PackColumn;

export const textColumn = (key: string, header: string, more?: More): PackColumn =>
  column(key, header, 'text', null, more);
export const dateColumn = (key: string, header: string, more?: More): PackColumn =>
  column(key, header, 'date', null, more);
export const numberColumn = (key: string, header: string, unit: string, more?: More): PackColumn =>
  column(key, header, 'number', unit, more);
/** Of the recorded services; not available where none is. */
export const shareColumn = (key: string, header: string, more?: More): PackColumn =>
  column(key, header, 'share', '%', { blank: 'x', notes: ['shares'], ...more });
export const pointsColumn = (key: string, header: string, more?: More): PackColumn =>
  column(key, header, 'points', 'percentage points', { blank: 'x', notes: ['points'], ...more });
/** How far a change in percentage points may be off, either way. */
export const marginColumn = (key: string, header: string, more?: More): PackColumn =>
  column(key, header, 'margin', 'percentage points', { blank: 'x', ...more });

/** Services, then each stage, then those not recorded. */
export const stageColumns: readonly PackColumn[] = [
  numberColumn('services', 'All', 'services'),
  ...stagesOrNone.map((stage) =>
    numberColumn(
      stage,
      stageLabels[stage],
      'services',
      stage === 'not_recorded' ? { notes: ['recorded'] } : {},
    ),
  ),
];

export function stageCells(counts: Counts): PackValue[] {
  return [counts.services, ...stagesOrNone.map((stage: StageOrNone) => counts[stage])];
}

/** A part of the recorded services in per cent, to one decimal; null where nothing is recorded. */
export function shareCell(part: number, counts: Covered): PackValue {
  return toOneDecimal(share(part, counts));
}

export function liveCell(counts: Counts): PackValue {
  return shareCell(liveOrBeyond(counts), counts);
}

/** The change of a share in percentage points, worked out before it is rounded; null where there is nothing to compare. */
export function changeCell(
  before: Counts | null | undefined,
  after: Counts | null | undefined,
  part: (counts: Counts) => number = liveOrBeyond,
): PackValue {
  return before && after ? toOneDecimal(pointsChange(part, before, after)) : null;
}

/** Half a decimal is rounded away from 0, and nothing is below 0 that is 0. */
export function toOneDecimal(exact: number | null): number | null {
  if (exact === null) return null;
  // What a computer cannot write exactly, such as 12.35, must not fall on the wrong side of a half.
  const tenths = Math.round(Number((Math.abs(exact) * 10).toFixed(6)));
  return (Math.sign(exact) * tenths) / 10 || 0;
}

/** Shared, as a list has thousands of rows. */
const nothing: readonly string[] = [];

export function rowOf(key: string, cells: readonly PackValue[], level = 0): PackRow {
  return { key, level, cells, revised: nothing, suppressed: nothing };
}

/** Stands in a row that is being made for a figure that is not told. */
export const suppressed = Symbol('suppressed');
export type PackFigure = PackValue | typeof suppressed;

/** A row of which some figures are not told. */
export function rowOfFigures(
  key: string,
  columns: readonly PackColumn[],
  figures: readonly PackFigure[],
  level = 0,
): PackRow {
  const cells = figures.map((one) => (one === suppressed ? null : one));
  const hidden = columns.filter((_, n) => figures[n] === suppressed).map((one) => one.key);
  return { ...rowOf(key, cells, level), suppressed: hidden };
}

export const yesNo = (yes: boolean): string => (yes ? 'Yes' : 'No');

/** A table with what it has least often left out. */
export function tableOf(
  table: Omit<PackTable, 'lines' | 'notes' | 'headers'> &
    Partial<Pick<PackTable, 'lines' | 'notes' | 'headers'>>,
): PackTable {
  return { lines: [], notes: [], headers: 1, ...table };
}
