import type { Revision } from '@headway/contract';
import { type Database, instant } from '../platform/sql.js';

/** A quarter as it was closed once: what was known at `frozenAt` is frozen. */
export interface Closing {
  readonly quarter: string;
  readonly revision: number;
  readonly frozenAt: string;
  readonly reason: string | null;
}

const closing = `SELECT v.quarter_id AS quarter, v.revision, ${instant('v.known_at')} AS "frozenAt", v.reason
  FROM quarter_revision v`;

/** One closing of a quarter, its latest unless a revision is given; null where there was none. */
export async function closingOf(
  database: Database,
  quarter: string,
  revision: number | undefined,
): Promise<Closing | null> {
  const [found] = await database.query(
    `${closing} WHERE v.quarter_id = $1 AND ($2::integer IS NULL OR v.revision = $2) ORDER BY v.revision DESC LIMIT 1`,
    [quarter, revision ?? null],
  );
  return (found as Closing | undefined) ?? null;
}

/** The last closing of a quarter that came before an instant; null where there was none. */
export async function closingBefore(
  database: Database,
  quarter: string,
  before: string,
): Promise<Closing | null> {
  const [found] = await database.query(
    `${closing} WHERE v.quarter_id = $1 AND v.known_at < $2::timestamptz ORDER BY v.revision DESC LIMIT 1`,
    [quarter, before],
  );
  return (found as Closing | undefined) ?? null;
}

/** Those that are frozen by now, oldest first. */
export function revisionsOf(database: Database, quarter: string): Promise<Revision[]> {
  return database.query(
    `SELECT v.revision, ${instant('v.known_at')} AS "frozenAt", encode(s.sha256, 'hex') AS sha256, v.reason
     FROM quarter_revision v JOIN quarter_snapshot s USING (quarter_id, revision)
     WHERE v.quarter_id = $1 ORDER BY v.revision`,
    [quarter],
  );
}
