import type { ImportReport } from '@headway/contract';
import { formatDate, isCalendarDate, isInstant } from '@headway/domain';
import { type Database, instant } from '../platform/sql.js';
import { type Finding, sayTo } from './findings.js';

export const anotherDay = 'file_of_another_day';
const again = 'Download the list again and make your changes there';

export function notAnInstant(text: string): string {
  return `${text} is not a time like 2026-03-31T17:00:00.000Z, as Headway writes it. ${again}`;
}

/** Of a file that shows another day: what was so then would be saved as what is so today. Undefined of any other. */
export function ofAnotherDay(text: string): string | undefined {
  const [, known, on] = /^(\S+) on (\S+)$/.exec(text) ?? [];
  if (!isInstant(known ?? '') || !isCalendarDate(on ?? '')) return undefined;
  return `This file shows services on ${formatDate(on!)}. Download the list of today and make your changes there`;
}

/** Of what is said of the same in every row the first is enough. */
export function saidOnce(findings: readonly Finding[]): Finding[] {
  const first = findings.find(({ code }) => code === anotherDay);
  return findings.filter((finding) => finding.code !== anotherDay || finding === first);
}

interface DatedRow {
  readonly row: number;
  readonly knownAt: string | null;
}

/** Of which instants the rows of a file are. */
export function knownAtOf(rows: readonly DatedRow[]): ImportReport['knownAt'] {
  const instants = rows.flatMap(({ knownAt }) => knownAt ?? []).toSorted();
  return {
    from: instants[0] ?? null,
    to: instants.at(-1) ?? null,
    rowsWithout: rows.length - instants.length,
  };
}

/** Says what is wrong with the instants of a file, or to know of them. */
export async function checkKnownAt(
  database: Database,
  rows: readonly DatedRow[],
  findings: Finding[],
): Promise<void> {
  const dated = rows.filter(({ knownAt }) => knownAt !== null);
  if (dated.length === 0) return;
  const [{ now, first }]: [{ now: string; first: string | null }] = await database.query(
    `SELECT ${instant('clock_timestamp()')} AS now, ${instant(`least(
       (SELECT min(recorded_at) FROM stage_record),
       (SELECT min(known_from) FROM service_as_known WHERE isfinite(known_from)),
       (SELECT min(known_from) FROM barrier_as_known WHERE isfinite(known_from)))`)} AS first`,
  );
  for (const [knownAt, [{ row }]] of Map.groupBy(dated, (one) => one.knownAt!) as Map<string, [DatedRow]>) {
    const error = (code: string, message: string) => sayTo(findings, row)('error', 'knownAt', code, message);
    if (knownAt > now) error('known_at_in_the_future', `${knownAt} is in the future. ${again}`);
    else if (first === null || knownAt < first)
      error('known_at_too_early', `Headway knew of nothing yet at ${knownAt}. ${again}`);
  }
  const different = new Set(dated.map(({ knownAt }) => knownAt)).size;
  const other = dated.find(({ knownAt }) => knownAt !== dated[0]!.knownAt);
  if (other)
    sayTo(findings, other.row)(
      'warning',
      'knownAt',
      'known_at_differs',
      `The rows of this file are of ${different} different times. Each is compared with what Headway knew at its own`,
    );
}

/** Says which rows about what Headway knows already do not say of which time they are, where others do. */
export function sayUndated(rows: readonly DatedRow[], findings: Finding[]): void {
  const without = rows.filter(({ knownAt }) => knownAt === null);
  if (without.length === 0 || without.length === rows.length) return;
  const more = (without.length - 1).toLocaleString('en-GB');
  sayTo(findings, without[0]!.row)(
    'warning',
    'knownAt',
    'known_at_missing',
    without.length === 1
      ? 'This row does not say which time it is of, and is compared with what Headway knows now'
      : `This row and ${more} more do not say which time they are of, and are compared with what Headway knows now`,
  );
}
