import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who owes a return is worked out in one place, and who worked on a return is kept, so that they do not sign it. */
export class WhoOwes1764910000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Excused because it owes none, and not by a person: it is asked again as soon as it owes one again.
      ALTER TABLE quarter_return ADD COLUMN excused_by_rule boolean NOT NULL DEFAULT false,
        ADD CONSTRAINT quarter_return_excused_by_rule CHECK (NOT excused_by_rule OR state = 'excused');

      -- "An organisation owes a return when it exists on the quarter's day, is below none, and has a service that
      -- counts then." For every organisation: why it owes none for a quarter, and null where it owes one.
      CREATE FUNCTION return_duties(of_quarter text)
      RETURNS TABLE (organisation_id uuid, not_owed text) LANGUAGE sql STABLE AS $$
        WITH asked AS (SELECT quarter_day(to_on) AS day FROM quarter WHERE id = of_quarter),
        there AS MATERIALIZED (SELECT o.* FROM asked CROSS JOIN LATERAL organisations_on(day, NULL) o)
        SELECT o.id, CASE
          WHEN o.exists_from > day THEN 'Began on ' || to_char(o.exists_from, 'FMDD FMMonth YYYY')
          WHEN o.exists_to <= day THEN coalesce('Became part of ' || (
              SELECT string_agg(s.name, ', ' ORDER BY s.name) FROM organisation_succession x
              JOIN organisation s ON s.id = x.successor_id WHERE x.predecessor_id = o.id), 'Ended')
            || ' on ' || to_char(o.exists_to, 'FMDD FMMonth YYYY')
          WHEN o.parent_id IS NOT NULL THEN 'Part of ' || (SELECT p.name FROM there p WHERE p.id = o.parent_id)
            || ' by the end of the quarter'
          WHEN NOT EXISTS (SELECT FROM organisations_above_on(day, NULL) a
            JOIN stage_span r ON r.organisation_id = a.id
            WHERE a.above = o.id AND r.from_on <= day AND r.to_on > day)
          THEN 'Has no services that count at the end of the quarter'
        END
        FROM asked CROSS JOIN there o
      $$;

      -- A quarter that was opened by mistake is taken back, and whoever was written to is told: mail outlives it.
      ALTER TABLE mail DROP CONSTRAINT mail_quarter_id_fkey, DROP CONSTRAINT mail_kind_check,
        ADD CONSTRAINT mail_kind_check CHECK (kind IN ('quarter_opened', 'due_soon', 'due_today', 'overdue', 'reminder',
          'submitted', 'changes_requested', 'signed_off', 'taken_back'));

      -- Who saved or submitted any part of a return since it was last signed off: none of them signs it off.
      CREATE TABLE quarter_return_author (
        quarter_id text NOT NULL,
        organisation_id uuid NOT NULL,
        person_id uuid NOT NULL REFERENCES person,
        PRIMARY KEY (quarter_id, organisation_id, person_id),
        FOREIGN KEY (quarter_id, organisation_id) REFERENCES quarter_return ON DELETE CASCADE
      );
      CREATE FUNCTION refuse_own_sign_off() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM quarter_return_author a WHERE a.quarter_id = NEW.quarter_id
          AND a.organisation_id = NEW.organisation_id AND a.person_id = NEW.signed_off_by)
        THEN
          RAISE EXCEPTION 'whoever worked on a return does not sign it off' USING ERRCODE = 'restrict_violation';
        END IF;
        DELETE FROM quarter_return_author WHERE quarter_id = NEW.quarter_id AND organisation_id = NEW.organisation_id;
        RETURN NULL;
      END $$;
      CREATE TRIGGER quarter_return_signed AFTER UPDATE OF signed_off_by ON quarter_return
        FOR EACH ROW WHEN (NEW.signed_off_by IS NOT NULL AND OLD.signed_off_by IS NULL)
        EXECUTE FUNCTION refuse_own_sign_off();
      INSERT INTO quarter_return_author (quarter_id, organisation_id, person_id)
      SELECT t.quarter_id, t.organisation_id, t.submitted_by FROM quarter_return t
      WHERE t.submitted_by IS NOT NULL AND t.state <> 'signed_off'
      UNION
      SELECT t.quarter_id, t.organisation_id, a.person_id FROM quarter_return t
      JOIN audit_entry a ON a.organisation_id = t.organisation_id AND a.action IN ('return.saved', 'return.submitted')
        AND a.detail->>'quarter' = t.quarter_id
      WHERE t.state <> 'signed_off' AND NOT EXISTS (SELECT FROM audit_entry s
        WHERE s.organisation_id = t.organisation_id AND s.action = 'return.signed_off'
          AND s.detail->>'quarter' = t.quarter_id AND s.position > a.position);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER quarter_return_signed ON quarter_return;
      DROP FUNCTION refuse_own_sign_off;
      DROP TABLE quarter_return_author;
      DROP FUNCTION return_duties;
      DELETE FROM mail m WHERE kind = 'taken_back' OR NOT EXISTS (SELECT FROM quarter q WHERE q.id = m.quarter_id);
      ALTER TABLE mail DROP CONSTRAINT mail_kind_check, ADD CONSTRAINT mail_quarter_id_fkey
        FOREIGN KEY (quarter_id) REFERENCES quarter, ADD CONSTRAINT mail_kind_check CHECK (kind IN ('quarter_opened',
          'due_soon', 'due_today', 'overdue', 'reminder', 'submitted', 'changes_requested', 'signed_off'));
      ALTER TABLE quarter_return DROP COLUMN excused_by_rule;
    `);
  }
}
