import type { MigrationInterface, QueryRunner } from 'typeorm';
import { stageSpansOf } from './stage-spans-of.js';

/** Makes the spans of services anew that have a day with several records. No return that is locked refuses it. */
const respanned = `
  ALTER FUNCTION refuse_locked(uuid[], text, boolean) RENAME TO refuse_locked_else;
  CREATE FUNCTION refuse_locked(uuid[], text DEFAULT NULL, boolean DEFAULT false) RETURNS void LANGUAGE sql AS 'SELECT';
  SELECT respan(ARRAY(SELECT DISTINCT service_id FROM stage_record r
    WHERE NOT EXISTS (SELECT FROM stage_correction x WHERE x.record_id = r.id)
    GROUP BY service_id, effective_on HAVING count(*) > 1));
  DROP FUNCTION refuse_locked(uuid[], text, boolean);
  ALTER FUNCTION refuse_locked_else(uuid[], text, boolean) RENAME TO refuse_locked;`;

/** Of one day only the last record can be a move, or a step backwards. */
export class LastOfTheDay1764920000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Cut at every day on which the owner or the record changes, and without the days on which it does not count.
      CREATE OR REPLACE FUNCTION stage_spans_of(services uuid[]) RETURNS SETOF stage_span LANGUAGE sql STABLE AS $$
        WITH last_of_the_day AS MATERIALIZED (
          SELECT DISTINCT ON (r.service_id, r.effective_on) r.* FROM stage_record r
          WHERE r.service_id = ANY (services) AND NOT EXISTS (SELECT FROM stage_correction x WHERE x.record_id = r.id)
          ORDER BY r.service_id, r.effective_on, r.sequence DESC
        ), moves AS (
          -- A correction is no step backwards.
          SELECT r.*, r.stage IS DISTINCT FROM lag(r.stage) OVER said AS moves, r.stage < lag(r.stage) OVER said
            AND NOT EXISTS (SELECT FROM stage_correction y WHERE y.replaced_by = r.id) AS went_back
          FROM last_of_the_day r WINDOW said AS (PARTITION BY r.service_id ORDER BY r.effective_on)
        ), in_force AS MATERIALIZED (
          SELECT m.*, max(m.effective_on) FILTER (WHERE m.moves) OVER said AS stage_since,
            max(m.effective_on) FILTER (WHERE m.went_back) OVER said AS went_back_on
          FROM moves m WINDOW said AS (PARTITION BY m.service_id ORDER BY m.effective_on)
        ), cuts AS (
          SELECT service_id, effective_on AS day, effective_on AS said FROM in_force
          UNION ALL SELECT service_id, from_on, NULL FROM service_ownership WHERE service_id = ANY (services)
          UNION ALL SELECT id, opens_on, NULL FROM service WHERE id = ANY (services)
          UNION ALL SELECT service_id, unnest(ARRAY[closed_on, reopened_on]), NULL FROM service_closure
            WHERE service_id = ANY (services)
        ), pieces AS (
          -- The day of the record in force is carried on, as looking for it by range takes the square of the history.
          SELECT service_id, day, lead(day, 1, 'infinity') OVER days AS next, max(max(said)) OVER days AS said
          FROM cuts GROUP BY service_id, day WINDOW days AS (PARTITION BY service_id ORDER BY day)
        )
        SELECT s.id, p.day, p.next, w.organisation_id, s.audience, r.id, r.stage, r.stage_since,
          coalesce(r.redesign_under_way, false), r.front_office, r.middle_office, r.back_office,
          r.evidence_url IS NOT NULL, r.went_back_on
        FROM pieces p
        JOIN service s ON s.id = p.service_id AND s.opens_on <= p.day
        JOIN service_ownership w ON w.service_id = s.id AND w.from_on <= p.day AND w.to_on > p.day
        LEFT JOIN in_force r ON r.service_id = s.id AND r.effective_on = p.said
        WHERE p.day < 'infinity' AND NOT EXISTS (SELECT FROM service_closure c
          WHERE c.service_id = s.id AND c.closed_on <= p.day AND c.reopened_on > p.day)
      $$;
      ${respanned}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(stageSpansOf({ facts: true, said: false }) + respanned);
  }
}
