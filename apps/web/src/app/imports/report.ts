import type { ChangedInBetween, ImportKind, ImportProblem, ImportReport } from '@headway/contract';
import { type Problem, instantWords } from '@headway/domain';

/** More than a person reads; the count says how many there are. */
export const shownAtMost = 200;

export interface Part<T> {
  readonly shown: readonly T[];
  readonly total: number;
}

export function partOf<T>(all: readonly T[], total = all.length): Part<T> {
  return { shown: all.slice(0, shownAtMost), total };
}

export function problemsOf(report: ImportReport, severity: ImportProblem['severity']): ImportProblem[] {
  return report.problems.filter((problem) => problem.severity === severity);
}

/** "Showing the first 200 of 1,234." Nothing where all are shown. */
export function shownSentence({ shown, total }: Part<unknown>): string {
  if (shown.length >= total) return '';
  return `Showing the first ${numberOf(shown.length)} of ${numberOf(total)}.`;
}

/** The report that a refused file is answered with, if the problem carries one. */
export function reportIn(problem: Problem): ImportReport | null {
  return 'problems' in problem && 'rows' in problem ? (problem as unknown as ImportReport) : null;
}

/** What changed between the check of a file and saving it. */
export interface ChangedSince {
  readonly changed: readonly ChangedInBetween[];
  readonly changedCount: number;
}

/** What a file that was overtaken is answered with, if the problem is that. */
export function changedIn(problem: Problem): ChangedSince | null {
  return 'changed' in problem && 'changedCount' in problem ? (problem as unknown as ChangedSince) : null;
}

/** What the file was compared with: Headway as it was when the file was made, or as it is now. */
export function comparedWith({ knownAt: { from, to, rowsWithout } }: ImportReport): string {
  if (from === null || to === null)
    return 'The file does not say when it was downloaded, so it is compared with Headway as it is now. It may undo what somebody changed in Headway since it was made.';
  const when = from === to ? instantWords(from) : `${instantWords(from)} and ${instantWords(to)}`;
  const some = rowsWithout > 0 ? ' Rows that do not say so are compared with Headway as it is now.' : '';
  return `The file was downloaded ${from === to ? 'at' : 'between'} ${when}. What somebody changed in Headway since then stays, and is listed apart.${some}`;
}

/** "Row 14, Stage (E14)": where in the spreadsheet something is. */
export function placeOf({ row, column, cell }: Pick<ImportProblem, 'row' | 'column' | 'cell'>): string {
  const place = column === null ? 'whole row' : cell === null ? column : `${column} (${cell})`;
  return `Row ${numberOf(row)}, ${place}`;
}

/** What a file comes to, in the ways there are; barriers are never counted missing. */
export function countsOf(
  report: ImportReport,
  kind: ImportKind,
): { key: string; count: string; said: string }[] {
  const { mode, created, updated, unchanged, missing } = report;
  const future = mode === 'check';
  const counts = [
    { key: 'New', count: numberOf(created), said: future ? 'would be added' : 'added' },
    { key: 'Changed', count: numberOf(updated), said: future ? 'would change' : 'changed' },
    { key: 'Unchanged', count: numberOf(unchanged), said: 'are in the file as they are in Headway' },
    { key: 'Missing', count: numberOf(missing), said: 'are not in the file, and stay as they are' },
  ];
  return kind === 'services' ? counts : counts.slice(0, -1);
}

/** "412 rows: 3 new services, 12 changed, 397 unchanged." */
export function countsSentence(
  { rows, created, updated, unchanged }: ImportReport,
  kind: ImportKind,
): string {
  const things = created === 1 ? kind.slice(0, -1) : kind;
  return `${numberOf(rows)} ${rows === 1 ? 'row' : 'rows'}: ${numberOf(created)} new ${things}, ${numberOf(updated)} changed, ${numberOf(unchanged)} unchanged.`;
}

function numberOf(count: number): string {
  return count.toLocaleString('en-GB');
}
