import { type Stage, stageLabels } from './stage.js';
import { countOf } from './text.js';

/** A service whose stage at the end of a quarter is not that before it; null where it had none. */
export interface MovedInQuarter {
  readonly name: string;
  readonly before: Stage | null;
  readonly after: Stage;
}

/** More would be a list to read, and not words. */
const namedAtMost = 10;

/** The words that Headway writes for a lead of what changed in a quarter; written afresh until somebody edits them. */
export function draftedSummary(moved: readonly MovedInQuarter[]): string {
  if (moved.length === 0) return 'No service moved to another stage.';
  const lines = moved.slice(0, namedAtMost).map(({ name, before, after }) => {
    const to = stageLabels[after].toLowerCase();
    return before
      ? `${name}: from ${stageLabels[before].toLowerCase()} to ${to}`
      : `${name}: first recorded, as ${to}`;
  });
  const rest = moved.length - lines.length;
  const more = rest > 0 ? [`and ${countOf(rest, 'other')}`] : [];
  return [`${countOf(moved.length)} moved to another stage:`, ...lines, ...more].join('\n');
}
