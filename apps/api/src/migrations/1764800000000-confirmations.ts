import type { MigrationInterface, QueryRunner } from 'typeorm';
import { stageSpansOf } from './stage-spans-of.js';

const own = ['stage_confirmation', 'stage_confirmation_withdrawal'];

/** Makes spans and flow anew. Nobody changes a return by this, so none that is locked refuses it. */
const rebuild = `
  ALTER FUNCTION refuse_locked(uuid[], text) RENAME TO refuse_locked_else;
  CREATE FUNCTION refuse_locked(uuid[], text DEFAULT NULL) RETURNS void LANGUAGE sql AS 'SELECT';
  TRUNCATE stage_span, stage_flow;
  SELECT respan(ARRAY(SELECT id FROM service));
  DROP FUNCTION refuse_locked(uuid[], text);
  ALTER FUNCTION refuse_locked_else(uuid[], text) RENAME TO refuse_locked;`;

/** What is written stays, but for what this moves to where it belongs. */
function moving(statements: string): string {
  const kept = ['stage_record', 'stage_correction'];
  const all = (what: string) => kept.map((table) => `ALTER TABLE ${table} ${what} TRIGGER USER;`).join('\n');
  return `${all('DISABLE')} ${statements} ${all('ENABLE')}`;
}

/**
 * A confirmation says that what is recorded is still right on a day, and nothing else. It repeated the stage as a
 * record of its own and so decided it; what was stored so becomes a confirmation of the record that it repeated.
 */
export class Confirmations1764800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('SET LOCAL statement_timeout = 0');
    await runner.query(`
      CREATE TABLE stage_confirmation (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        -- One order for what is written of one day, records and confirmations together.
        sequence bigint NOT NULL UNIQUE DEFAULT nextval('stage_record_sequence_seq'),
        service_id uuid NOT NULL REFERENCES service,
        confirmed_on date NOT NULL CHECK (isfinite(confirmed_on)),
        -- The record that it confirmed when it was made.
        record_id uuid NOT NULL,
        note text,
        recorded_at timestamptz NOT NULL DEFAULT known_now(),
        recorded_by uuid NOT NULL REFERENCES person,
        UNIQUE (service_id, id),
        FOREIGN KEY (service_id, record_id) REFERENCES stage_record (service_id, id),
        CONSTRAINT stage_confirmation_not_in_the_future
          CHECK (confirmed_on <= (recorded_at AT TIME ZONE 'Europe/London')::date)
      );
      CREATE INDEX stage_confirmation_as_of ON stage_confirmation (service_id, confirmed_on DESC, sequence DESC);
      CREATE TABLE stage_confirmation_withdrawal (
        confirmation_id uuid PRIMARY KEY,
        service_id uuid NOT NULL REFERENCES service,
        reason text NOT NULL CHECK (reason <> ''),
        withdrawn_at timestamptz NOT NULL DEFAULT known_now(),
        withdrawn_by uuid NOT NULL REFERENCES person,
        FOREIGN KEY (service_id, confirmation_id) REFERENCES stage_confirmation (service_id, id)
      );
      CREATE INDEX stage_confirmation_withdrawal_service ON stage_confirmation_withdrawal (service_id);
      ${own
        .map(
          (table) => `CREATE TRIGGER ${table}_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
            FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();`,
        )
        .join('\n')}

      -- Records that said what was in force just before them, as it was known when they were written. One that took
      -- another's place, or whose place another took, stays what it is: a correction needs both.
      CREATE TEMPORARY TABLE repeats ON COMMIT DROP AS
        SELECT r.id, b.id AS of_record FROM stage_record r CROSS JOIN LATERAL (
          SELECT p.* FROM stage_record p
          WHERE p.service_id = r.service_id AND (p.effective_on, p.sequence) < (r.effective_on, r.sequence)
            AND (p.recorded_at, p.sequence) < (r.recorded_at, r.sequence)
            AND NOT EXISTS (SELECT FROM stage_correction x WHERE x.record_id = p.id AND x.corrected_at <= r.recorded_at)
          ORDER BY p.effective_on DESC, p.sequence DESC LIMIT 1
        ) b
        WHERE (r.stage, r.redesign_under_way) = (b.stage, b.redesign_under_way)
          AND (r.front_office, r.middle_office, r.back_office)
            IS NOT DISTINCT FROM (b.front_office, b.middle_office, b.back_office)
          AND (r.evidence_url IS NULL OR r.evidence_url IS NOT DISTINCT FROM b.evidence_url)
          AND NOT EXISTS (SELECT FROM stage_correction x WHERE x.replaced_by = r.id
            OR x.record_id = r.id AND x.replaced_by IS NOT NULL);
      CREATE INDEX ON repeats (id);
      ANALYZE repeats;
      ${moving(`
        WITH RECURSIVE confirmed AS (
          SELECT id, of_record FROM repeats
          UNION ALL SELECT c.id, n.of_record FROM confirmed c JOIN repeats n ON n.id = c.of_record
        )
        INSERT INTO stage_confirmation (id, sequence, service_id, confirmed_on, record_id, note, recorded_at, recorded_by)
          SELECT r.id, r.sequence, r.service_id, r.effective_on, c.of_record, r.note, r.recorded_at, r.recorded_by
          FROM confirmed c JOIN stage_record r ON r.id = c.id
          WHERE NOT EXISTS (SELECT FROM repeats n WHERE n.id = c.of_record);
        INSERT INTO stage_confirmation_withdrawal (confirmation_id, service_id, reason, withdrawn_at, withdrawn_by)
          SELECT x.record_id, x.service_id, x.reason, x.corrected_at, x.corrected_by
          FROM stage_correction x JOIN repeats n ON n.id = x.record_id;
        DELETE FROM stage_correction x USING repeats n WHERE n.id = x.record_id;
        DELETE FROM stage_record r USING repeats n WHERE n.id = r.id;`)}
      ALTER TABLE stage_span DROP said_on;
      ${stageSpansOf({ facts: true, said: false })}
      ${rebuild}
    `);
    await runner.query(`
      -- What was confirmed in a quarter is part of the return for it, and of no other.
      CREATE FUNCTION refuse_locked_confirmations() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        touched record;
      BEGIN
        FOR touched IN
          SELECT q.id, array_agg(DISTINCT w.organisation_id) AS organisations
          FROM changed JOIN stage_confirmation c
            ON c.id = coalesce(to_jsonb(changed) ->> 'confirmation_id', to_jsonb(changed) ->> 'id')::uuid
          JOIN quarter q ON q.state = 'open' AND c.confirmed_on BETWEEN q.from_on AND q.to_on
          JOIN service_ownership w ON w.service_id = c.service_id
            AND w.from_on <= quarter_day(q.to_on) AND w.to_on > quarter_day(q.to_on)
          GROUP BY q.id ORDER BY q.id
        LOOP
          PERFORM refuse_locked(touched.organisations, touched.id);
        END LOOP;
        RETURN NULL;
      END $$;
    `);
    for (const table of own)
      await runner.query(`CREATE TRIGGER ${table}_locked AFTER INSERT ON ${table} REFERENCING NEW TABLE AS changed
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_locked_confirmations()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('SET LOCAL statement_timeout = 0');
    await runner.query(`
      ${own.map((table) => `DROP TRIGGER ${table}_locked ON ${table};`).join(' ')}
      DROP FUNCTION refuse_locked_confirmations;
      ${moving(`
        INSERT INTO stage_record (id, sequence, service_id, stage, redesign_under_way, front_office, middle_office,
          back_office, effective_on, note, evidence_url, recorded_at, recorded_by) OVERRIDING SYSTEM VALUE
          SELECT c.id, c.sequence, c.service_id, r.stage, r.redesign_under_way, r.front_office, r.middle_office,
            r.back_office, c.confirmed_on, c.note, r.evidence_url, c.recorded_at, c.recorded_by
          FROM stage_confirmation c JOIN stage_record r ON r.id = c.record_id;
        INSERT INTO stage_correction (record_id, service_id, reason, corrected_at, corrected_by)
          SELECT confirmation_id, service_id, reason, withdrawn_at, withdrawn_by FROM stage_confirmation_withdrawal;`)}
      DROP TABLE stage_confirmation_withdrawal, stage_confirmation;
      ALTER TABLE stage_span ADD said_on date;
      ${stageSpansOf({ facts: true })}
      ${rebuild}
    `);
  }
}
