import { type Confidence, type Counts, type SnapshotReturn, confidenceFell } from '@headway/domain';
import { type Database, instant } from '../platform/sql.js';
import type { Closing } from './revisions.js';

type Row = Omit<SnapshotReturn, 'fell' | 'counts'>;

/** What is still being written says nothing yet. */
const said = `r.state IN ('submitted', 'signed_off')`;

/**
 * The returns of a quarter, by the names of its last day. They are read as they are: while a quarter is closed they
 * cannot change, and it is not re-opened before they are frozen.
 */
export async function returnsOf(
  database: Database,
  { quarter, frozenAt }: Closing,
  on: string,
  countsOf: (slug: string) => Counts | null,
): Promise<SnapshotReturn[]> {
  const rows: Row[] = await database.query(
    `SELECT json_build_object('slug', o.slug, 'name', o.name, 'parent', above.slug) AS organisation,
       r.state, CASE WHEN ${said} THEN r.confidence END AS confidence, before.said AS "confidenceBefore",
       CASE WHEN ${said} THEN r.summary END AS summary,
       ${instant('sent.submitted_at')} AS "submittedAt",
       (SELECT name FROM person WHERE id = r.submitted_by) AS "submittedBy",
       ${instant('r.signed_off_at')} AS "signedOffAt",
       (SELECT name FROM person WHERE id = r.signed_off_by) AS "signedOffBy", r.excused
     FROM quarter_return r
     JOIN organisations_on($3::date, $2::timestamptz) o ON o.id = r.organisation_id
     LEFT JOIN organisation above ON above.id = o.parent_id
     LEFT JOIN LATERAL (
       SELECT submitted_at FROM quarter_submission s
       WHERE s.quarter_id = r.quarter_id AND s.organisation_id = r.organisation_id AND r.submitted_by IS NOT NULL
       ORDER BY s.number DESC LIMIT 1
     ) sent ON true
     LEFT JOIN LATERAL (
       SELECT json_build_object('quarter', s.quarter_id, 'confidence', s.confidence) AS said
       FROM quarter_submission s JOIN quarter q ON q.id = s.quarter_id
       WHERE s.organisation_id = r.organisation_id AND q.to_on < $3::date AND s.submitted_at <= $2::timestamptz
       ORDER BY q.to_on DESC, s.number DESC LIMIT 1
     ) before ON true
     WHERE r.quarter_id = $1 ORDER BY lower(o.name), o.slug`,
    [quarter, frozenAt, on],
  );
  return rows.map((row) => ({
    ...row,
    fell: fell(row.confidenceBefore?.confidence ?? null, row.confidence),
    counts: countsOf(row.organisation.slug),
  }));
}

function fell(before: Confidence | null, now: Confidence | null): boolean {
  return before !== null && now !== null && confidenceFell(before, now);
}
