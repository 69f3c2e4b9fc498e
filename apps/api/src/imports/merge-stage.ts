import type { ImportColumn } from '@headway/contract';
import { type Stage, type StageRecord, formatDate, inForce, stageLabels, stageSince } from '@headway/domain';
import type { Say } from './findings.js';
import type { Disagreement } from './merge-cell.js';
import type { ReadRow } from './read-rows.js';

/** What the cells Stage and Stage reached on come to. */
export interface MergedStage {
  readonly cells: Pick<ReadRow, 'stage' | 'stageReachedOn' | 'correctsDate'>;
  readonly newer: readonly Disagreement<ImportColumn>[];
  readonly both: readonly Disagreement<ImportColumn>[];
}

interface StageAndDate {
  readonly stage: Stage | null;
  readonly date: string | null;
}

const left: MergedStage = {
  cells: { stage: null, stageReachedOn: null, correctsDate: false },
  newer: [],
  both: [],
};

/** The stage of today as a file shows it, with the date it was reached. */
function shownBy(records: readonly StageRecord[], today: string): StageAndDate {
  const counting = records.filter(({ effectiveOn }) => effectiveOn <= today);
  return { stage: inForce(counting, today)?.stage ?? null, date: stageSince(counting) };
}

/**
 * A stage and its date are one statement. A changed stage needs its own date: under the old one it would say that
 * what was recorded was never so. A changed date alone puts right since when the stage has been in force.
 */
export function mergeStage(
  row: Pick<ReadRow, 'stage' | 'stageReachedOn' | 'blank'>,
  records: { now: readonly StageRecord[]; base: readonly StageRecord[] | undefined },
  { today, overwrites }: { readonly today: string; readonly overwrites: boolean },
  say: Say,
): MergedStage {
  const now = shownBy(records.now, today);
  const base = records.base && shownBy(records.base, today);
  const { stage, stageReachedOn: date } = row;
  const asWritten = (correctsDate = false): MergedStage => ({
    ...left,
    cells: { stage, stageReachedOn: date, correctsDate },
  });
  if (stage === null) {
    const unknownThen = base?.stage === null && now.stage !== null && row.blank.has('stage');
    return unknownThen ? { ...left, newer: [disagreement(row, base, now)] } : asWritten();
  }
  const isAs = (known: StageAndDate | undefined) =>
    stage === known?.stage && (date === null || date === known.date);
  if (isAs(now)) return left;
  // What was recorded since is a fact of its own, which no old file withdraws.
  if (isAs(base)) return { ...left, newer: [disagreement(row, base, now)] };
  const before = base ?? now;
  const stageChanged = stage !== before.stage;
  // Whoever types a file afresh may well say of today what was said of today before.
  const maySay = base === undefined && date === today;
  if (stageChanged && date !== null && date === before.date && !maySay) {
    say(
      'error',
      'stageReachedOn',
      'date_not_changed',
      `You changed the stage but not the date it was reached: ${stageLabels[before.stage!]} since ${formatDate(date)} became ${stageLabels[stage]}. Enter the date, or leave it blank for today`,
    );
    return left;
  }
  const movedSince = base !== undefined && (base.stage !== now.stage || base.date !== now.date);
  if (movedSince && !overwrites) return { ...left, both: [disagreement(row, base, now)] };
  return asWritten(base !== undefined && stage === now.stage);
}

function disagreement(
  { stage, stageReachedOn }: Pick<ReadRow, 'stage' | 'stageReachedOn'>,
  base: StageAndDate | undefined,
  now: StageAndDate,
): Disagreement<ImportColumn> {
  return {
    column: stage !== null && stage === now.stage ? 'stageReachedOn' : 'stage',
    base: words(base ?? { stage: null, date: null }),
    file: words({ stage, date: stageReachedOn }),
    now: words(now),
  };
}

function words({ stage, date }: StageAndDate): string | null {
  if (stage === null) return null;
  return date === null ? stageLabels[stage] : `${stageLabels[stage]} since ${formatDate(date)}`;
}
