import type { LaidCell } from './laid-out.js';
import { type Style, plainSize, styles } from './styles.js';

/** Of a line, in points for each point of its type; and the highest row that spreadsheets know. */
const leading = 1.3;
const highest = 409;
/** Capitals and bold type need more than the width of a digit, which is what a column is measured in. */
const [plainFit, boldFit] = [0.95, 0.85];

/**
 * In points, so that all lines of its wrapped texts show: some spreadsheets work that out for themselves only in ODS.
 * Widths are in characters. It is an estimate, and rather too high.
 */
export function rowHeight(cells: readonly LaidCell[], widths: readonly number[]): number {
  let height = plainSize * leading;
  for (const [index, { value, style }] of cells.entries()) {
    if (typeof value !== 'string') continue;
    const { bold, size: larger }: Style = styles[style];
    const size = larger ?? plainSize;
    const fits = ((widths[index] ?? plainSize) * plainSize * (bold ? boldFit : plainFit)) / size;
    height = Math.max(height, lineCount(value, fits) * size * leading);
  }
  return Math.min(highest, Math.round(height * 4) / 4);
}

function lineCount(text: string, fits: number): number {
  if (text.length <= fits && !text.includes('\n')) return 1;
  return text.split('\n').reduce((sum, line) => sum + wrapped(line, fits), 0);
}

/** Lines that words take one after the other; a word that fits on none goes on over several. */
function wrapped(line: string, fits: number): number {
  let [lines, used] = [1, 0];
  for (const { length } of line.split(' ')) {
    if (used > 0 && used + 1 + length <= fits) used += 1 + length;
    else {
      const needed = Math.max(1, Math.ceil(length / fits));
      lines += used > 0 ? needed : needed - 1;
      used = length - (needed - 1) * fits;
    }
  }
  return lines;
}
