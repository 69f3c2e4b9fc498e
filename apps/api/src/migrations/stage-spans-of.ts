/**
 * The function that cuts services into spans; with the facts that signals go by, once the table has columns for
 * them. None of these changes within a span, as each record begins another. The day on which something was last
 * said was one of them (`said`) while a confirmation was a record.
 */
export function stageSpansOf({ facts = false, said = true } = {}): string {
  return `
  -- Cut at every day on which the owner or the record changes, and without the days on which it does not count.
  CREATE OR REPLACE FUNCTION stage_spans_of(services uuid[]) RETURNS SETOF stage_span LANGUAGE sql STABLE AS $$
    WITH counting AS MATERIALIZED (
      SELECT r.*, r.stage IS DISTINCT FROM lag(r.stage) OVER said AS moves${facts ? counting : ''}
      FROM stage_record r
      WHERE r.service_id = ANY (services) AND NOT EXISTS (SELECT FROM stage_correction x WHERE x.record_id = r.id)
      WINDOW said AS (PARTITION BY r.service_id ORDER BY r.effective_on, r.sequence)
    ), since AS (
      SELECT c.*, max(c.effective_on) FILTER (WHERE c.moves) OVER said AS stage_since${facts ? sinceThen(said) : ''},
        row_number() OVER (PARTITION BY c.service_id, c.effective_on ORDER BY c.sequence DESC) AS of_the_day
      FROM counting c WINDOW said AS (PARTITION BY c.service_id ORDER BY c.effective_on, c.sequence)
    ), in_force AS MATERIALIZED (
      SELECT i.* FROM since i WHERE i.of_the_day = 1
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
      coalesce(r.redesign_under_way, false), r.front_office, r.middle_office, r.back_office${facts ? inForce(said) : ''}
    FROM pieces p
    JOIN service s ON s.id = p.service_id AND s.opens_on <= p.day
    JOIN service_ownership w ON w.service_id = s.id AND w.from_on <= p.day AND w.to_on > p.day
    LEFT JOIN in_force r ON r.service_id = s.id AND r.effective_on = p.said
    WHERE p.day < 'infinity' AND NOT EXISTS (SELECT FROM service_closure c
      WHERE c.service_id = s.id AND c.closed_on <= p.day AND c.reopened_on > p.day)
  $$;
  `;
}

// A correction is no step backwards.
const counting = `, r.stage < lag(r.stage) OVER said
          AND NOT EXISTS (SELECT FROM stage_correction y WHERE y.replaced_by = r.id) AS went_back`;
const sinceThen = (said: boolean) =>
  `, max(c.effective_on) FILTER (WHERE c.went_back) OVER said AS went_back_on${said ? saidOn : ''}`;
const saidOn = `,
        (max(c.recorded_at) OVER said AT TIME ZONE 'Europe/London')::date AS said_on`;
const inForce = (said: boolean) => `, r.evidence_url IS NOT NULL, r.went_back_on${said ? ', r.said_on' : ''}`;

/** The same facts of every record that counts, for the spans that there are. */
export const factsOfRecords = `
  SELECT c.id, c.evidence_url${sinceThen(true)}
  FROM (
    SELECT r.*${counting} FROM stage_record r
    WHERE NOT EXISTS (SELECT FROM stage_correction x WHERE x.record_id = r.id)
    WINDOW said AS (PARTITION BY r.service_id ORDER BY r.effective_on, r.sequence)
  ) c WINDOW said AS (PARTITION BY c.service_id ORDER BY c.effective_on, c.sequence)`;
