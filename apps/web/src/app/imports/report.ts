import type { ImportProblem, ImportReport } from '@headway/contract';
import type { Problem } from '@headway/domain';

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
  return `Showing the first ${shown.length.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')}.`;
}

/** The report that a refused file is answered with, if the problem carries one. */
export function reportIn(problem: Problem): ImportReport | null {
  return 'problems' in problem && 'rows' in problem ? (problem as unknown as ImportReport) : null;
}

/** "412 rows: 3 new services, 12 changed, 397 unchanged." */
export function countsSentence({ rows, created, updated, unchanged }: ImportReport): string {
  const number = (n: number) => n.toLocaleString('en-GB');
  const services = created === 1 ? 'new service' : 'new services';
  return `${number(rows)} ${rows === 1 ? 'row' : 'rows'}: ${number(created)} ${services}, ${number(updated)} changed, ${number(unchanged)} unchanged.`;
}
