import type { PulseRecorded } from '@headway/contract';
import { barriersFrom } from '../barriers/barrier-rows.js';
import { type Database, membersOf, parameters } from '../platform/sql.js';
import { openBarrier, pastOf } from '../services/matching.js';

type Recorded = PulseRecorded['items'][number];

/** What organisations said in their last returns by a day, by slug; of these organisations, or of all where null. */
export async function lastConfidence(
  database: Database,
  on: string,
  scope: readonly string[] | null,
): Promise<ReadonlyMap<string | null, NonNullable<Recorded['confidence']>>> {
  const { values, bind } = parameters();
  const day = `${bind(on)}::date`;
  const mine = scope ? `AND b.organisation_id IN ${membersOf(bind(scope), 'uuid')}` : '';
  const rows: { slug: string; said: NonNullable<Recorded['confidence']> }[] = await database.query(
    `SELECT DISTINCT ON (o.slug) o.slug, json_build_object('quarter', b.quarter_id, 'confidence', b.confidence) AS said
     FROM quarter_submission b JOIN organisation o ON o.id = b.organisation_id
     WHERE (b.submitted_at AT TIME ZONE 'Europe/London')::date <= ${day} ${mine}
     ORDER BY o.slug, b.quarter_id DESC, b.number DESC`,
    values,
  );
  return new Map(rows.map(({ slug, said }) => [slug, said]));
}

/** Barriers raised and not resolved on a day by category: by slug, those of all below it too; null for all of government. */
export async function openBarriers(
  database: Database,
  on: string,
): Promise<ReadonlyMap<string | null, Recorded['openBarriers']>> {
  const { values, bind } = parameters();
  const past = pastOf({ on }, bind);
  const rows: { slug: string | null; held: Recorded['openBarriers'] }[] = await database.query(
    `WITH held AS (
       SELECT o.id AS organisation_id, b.category FROM ${barriersFrom(past)}
       WHERE ${openBarrier('b', past)}
     ), summed AS (
       SELECT t.slug, h.category, count(*) AS barriers
       FROM held h JOIN organisations_above_on(${past.on}, NULL) a ON a.id = h.organisation_id
       JOIN organisation t ON t.id = a.above GROUP BY 1, 2
       UNION ALL SELECT NULL, category, count(*) FROM held GROUP BY 2
     ) SELECT slug, json_object_agg(category, barriers) AS held FROM summed GROUP BY slug`,
    values,
  );
  return new Map(rows.map(({ slug, held }) => [slug, held]));
}
