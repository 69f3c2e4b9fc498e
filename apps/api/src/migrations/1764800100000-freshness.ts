import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where each table that freshness is made of says which services have changed. */
const sources: Readonly<Record<string, readonly string[]>> = {
  stage_record: ['INSERT'],
  stage_correction: ['INSERT'],
  stage_confirmation: ['INSERT'],
  stage_confirmation_withdrawal: ['INSERT'],
  service_closure: ['INSERT', 'UPDATE', 'DELETE'],
};

/** The last day for which somebody vouched for a service, as far as was known at an instant. */
function saidOn(service: string, known: string): string {
  return `greatest(
      (SELECT (max(r.recorded_at) AT TIME ZONE 'Europe/London')::date FROM stage_record r
       WHERE r.service_id = ${service} AND r.recorded_at <= ${known} AND NOT EXISTS (
         SELECT FROM stage_correction x WHERE x.record_id = r.id AND x.corrected_at <= ${known})),
      (SELECT max(c.confirmed_on) FROM standing_confirmations(${service}, ${known}) c))`;
}

/** Which confirmations count, and how fresh what is recorded of each service is on every day. */
export class Freshness1764800100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('SET LOCAL statement_timeout = 0');
    await runner.query(`
      -- Whether a record, or what took its place, counts as far as was known at an instant (now where null).
      CREATE FUNCTION record_stands(record uuid, known timestamptz) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
        WITH RECURSIVE place AS (
          SELECT record AS id
          UNION ALL SELECT x.replaced_by FROM place JOIN stage_correction x ON x.record_id = place.id
          WHERE known IS NULL OR x.corrected_at <= known
        ) SELECT NOT EXISTS (SELECT FROM place WHERE id IS NULL)
      $$;

      -- A service's confirmations that count as far as was known: neither withdrawn nor fallen, as \`fallen\` in the
      -- domain has it.
      CREATE FUNCTION standing_confirmations(service uuid, known timestamptz) RETURNS SETOF stage_confirmation
      LANGUAGE sql STABLE PARALLEL SAFE AS $$
        SELECT c.* FROM stage_confirmation c
        WHERE c.service_id = service AND (known IS NULL OR c.recorded_at <= known)
          AND NOT EXISTS (SELECT FROM stage_confirmation_withdrawal w
            WHERE w.confirmation_id = c.id AND (known IS NULL OR w.withdrawn_at <= known))
          AND (NOT EXISTS (SELECT FROM stage_correction x WHERE x.record_id = c.record_id)
            OR record_stands(c.record_id, known))
          AND EXISTS (SELECT FROM stage_record r WHERE r.service_id = c.service_id
            AND r.effective_on <= c.confirmed_on AND (known IS NULL OR r.recorded_at <= known)
            AND NOT EXISTS (SELECT FROM stage_correction x WHERE x.record_id = r.id
              AND (known IS NULL OR x.corrected_at <= known)))
          AND NOT EXISTS (SELECT FROM service_closure_as_known o WHERE o.service_id = c.service_id
            AND o.closed_on <= c.confirmed_on AND o.reopened_on > c.confirmed_on
            AND CASE WHEN known IS NULL THEN o.known_to = 'infinity' ELSE o.known_from <= known AND o.known_to > known END)
      $$;

      CREATE FUNCTION end_of_london_day(day date) RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE AS $$
        SELECT ((day + 1)::timestamp AT TIME ZONE 'Europe/London') - interval '1 microsecond'
      $$;
      CREATE FUNCTION stage_said_on(service uuid, known timestamptz) RETURNS date LANGUAGE sql STABLE PARALLEL SAFE AS $$
        SELECT ${saidOn('service', 'known')}
      $$;

      -- From day to day, the last day for which somebody had vouched for a service by the end of it: so whatever reads
      -- all services need not read all that was ever said of them.
      CREATE TABLE stage_freshness (
        service_id uuid NOT NULL,
        from_on date NOT NULL,
        to_on date NOT NULL,
        said_on date NOT NULL,
        PRIMARY KEY (service_id, from_on),
        CHECK (from_on < to_on)
      );
      CREATE FUNCTION stage_freshness_of(services uuid[]) RETURNS SETOF stage_freshness LANGUAGE sql STABLE AS $$
        WITH days AS (
          SELECT DISTINCT service_id, (at AT TIME ZONE 'Europe/London')::date AS day FROM (
            SELECT service_id, recorded_at AS at FROM stage_record WHERE service_id = ANY (services)
            UNION ALL SELECT service_id, corrected_at FROM stage_correction WHERE service_id = ANY (services)
            UNION ALL SELECT service_id, recorded_at FROM stage_confirmation WHERE service_id = ANY (services)
            UNION ALL SELECT service_id, withdrawn_at FROM stage_confirmation_withdrawal WHERE service_id = ANY (services)
            UNION ALL SELECT service_id, unnest(ARRAY[known_from, known_to]) FROM service_closure_as_known
              WHERE service_id = ANY (services)
          ) written WHERE isfinite(at)
        )
        SELECT * FROM (
          SELECT d.service_id, d.day, lead(d.day, 1, 'infinity') OVER (PARTITION BY d.service_id ORDER BY d.day),
            ${saidOn('d.service_id', 'e.known')} AS said_on
          FROM days d CROSS JOIN LATERAL (SELECT end_of_london_day(d.day) AS known OFFSET 0) e
        ) fresh WHERE said_on IS NOT NULL
      $$;
      CREATE FUNCTION freshen(services uuid[]) RETURNS void LANGUAGE sql AS $$
        DELETE FROM stage_freshness WHERE service_id = ANY (services);
        INSERT INTO stage_freshness SELECT * FROM stage_freshness_of(services);
      $$;
      CREATE FUNCTION freshen_changed() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM changed) THEN
          PERFORM freshen(ARRAY(SELECT DISTINCT service_id FROM changed));
        END IF;
        RETURN NULL;
      END $$;
      SELECT freshen(ARRAY(SELECT id FROM service));
    `);
    for (const [name, table, change] of triggers())
      await runner.query(`CREATE TRIGGER ${name} AFTER ${change} ON ${table}
        REFERENCING ${change === 'DELETE' ? 'OLD' : 'NEW'} TABLE AS changed
        FOR EACH STATEMENT EXECUTE FUNCTION freshen_changed()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [name, table] of triggers()) await runner.query(`DROP TRIGGER ${name} ON ${table}`);
    await runner.query(`
      DROP FUNCTION freshen_changed, freshen, stage_freshness_of, stage_said_on, end_of_london_day,
        standing_confirmations, record_stands;
      DROP TABLE stage_freshness;
    `);
  }
}

function triggers(): [name: string, table: string, change: string][] {
  return Object.entries(sources).flatMap(([table, changes]) =>
    changes.map((change): [string, string, string] => [
      `${table}_freshens_on_${change.toLowerCase()}`,
      table,
      change,
    ]),
  );
}
