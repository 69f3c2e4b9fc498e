import type { Confidence, ReturnState } from '@headway/domain';
import { quarterOf } from '@headway/domain';
import type { DataSource, EntityManager } from 'typeorm';

/** What a return says as it is closed, by the slug of its organisation. */
export interface ClosedReturn {
  readonly organisation: string;
  readonly state: ReturnState;
  readonly confidence?: Confidence;
  readonly summary?: string;
}

interface Closed {
  readonly returns?: readonly ClosedReturn[];
  readonly reason?: string | null;
  /** The instant of closing, in ISO 8601: now unless given. */
  readonly at?: string;
}

/** Opens a quarter with returns as they are, or again with those that have changed, and closes it. */
export function close(
  source: DataSource,
  id: string,
  { returns = [], reason = null, at }: Closed = {},
): Promise<void> {
  return source.transaction(async (tx) => {
    if (at) await tx.query(`SELECT set_config('headway.known_now', $1, true)`, [at]);
    const { from, to } = quarterOf(id)!;
    await tx.query(
      `INSERT INTO quarter (id, from_on, to_on, state, due_on) VALUES ($1, $2, $3, 'open', $3)
       ON CONFLICT (id) DO UPDATE SET state = 'open', closed_at = NULL, closed_by = NULL, reopened_reason = 'So'`,
      [id, from, to],
    );
    for (const one of returns) await say(tx, id, one);
    await tx.query(
      `INSERT INTO quarter_revision (quarter_id, revision, closed_by, reason)
       SELECT $1, 1 + count(v), p.id, $2 FROM (SELECT id FROM person ORDER BY created_at LIMIT 1) p
       LEFT JOIN quarter_revision v ON v.quarter_id = $1 GROUP BY p.id`,
      [id, reason],
    );
    await tx.query(
      `UPDATE quarter SET state = 'closed', closed_at = known_now(), closed_by =
         (SELECT id FROM person ORDER BY created_at LIMIT 1), reopened_reason = NULL WHERE id = $1`,
      [id],
    );
  });
}

async function say(
  tx: EntityManager,
  quarter: string,
  { organisation, state, confidence = 'fairly_confident', summary }: ClosedReturn,
): Promise<void> {
  const people = `CROSS JOIN (SELECT array_agg(id) AS id FROM (SELECT id FROM person ORDER BY created_at LIMIT 2) p) p`;
  await tx.query(
    `INSERT INTO quarter_return (quarter_id, organisation_id, state, confidence, summary, submitted_by, signed_off_by,
       signed_off_at, excused)
     SELECT $1, o.id, $3, $4, $5, CASE WHEN $6 THEN p.id[1] END, CASE WHEN $7 THEN p.id[2] END,
       CASE WHEN $7 THEN known_now() END, CASE WHEN $3 = 'excused' THEN 'Being merged' END
     FROM organisation o ${people} WHERE o.slug = $2
     ON CONFLICT (quarter_id, organisation_id) DO UPDATE SET state = excluded.state, confidence = excluded.confidence,
       summary = excluded.summary, submitted_by = excluded.submitted_by, signed_off_by = excluded.signed_off_by,
       signed_off_at = excluded.signed_off_at, excused = excluded.excused`,
    [
      quarter,
      organisation,
      state,
      confidence,
      summary ?? null,
      ['submitted', 'signed_off', 'changes_requested'].includes(state),
      state === 'signed_off',
    ],
  );
  if (state === 'submitted' || state === 'signed_off')
    await tx.query(
      `INSERT INTO quarter_submission (quarter_id, organisation_id, number, reference, on_date, confidence, summary,
         services, sha256, submitted_by)
       SELECT r.quarter_id, r.organisation_id, 1 + (SELECT count(*) FROM quarter_submission s
           WHERE s.quarter_id = r.quarter_id AND s.organisation_id = r.organisation_id), gen_random_uuid()::text,
         current_date, r.confidence, r.summary, '[]', sha256('[]'), r.submitted_by
       FROM quarter_return r JOIN organisation o ON o.id = r.organisation_id WHERE r.quarter_id = $1 AND o.slug = $2`,
      [quarter, organisation],
    );
}
