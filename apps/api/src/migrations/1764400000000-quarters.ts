import type { MigrationInterface, QueryRunner } from 'typeorm';
import { respan } from './1764100000000-stage-flow.js';

/** Spans up to the end of quarter `q`, with all that is signed of them or told from them. */
function clipped(spans: string): string {
  return `SELECT service_id, from_on, least(to_on, q.over) AS to_on, organisation_id, audience, record_id, stage,
    redesign_under_way, front_office, middle_office, back_office, stage_since, went_back_on
    FROM unnest(${spans}) WHERE from_on < q.over`;
}

/** Quarters, the returns that organisations owe for them, what was submitted, and what was said about it. */
export class Quarters1764400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE quarter (
        id text PRIMARY KEY CHECK (id ~ '^\\d{4}-\\d{2}-Q[1-4]$'),
        from_on date NOT NULL UNIQUE,
        to_on date NOT NULL UNIQUE,
        state text NOT NULL CHECK (state IN ('open', 'closed')),
        due_on date NOT NULL CHECK (due_on >= from_on),
        opened_at timestamptz NOT NULL DEFAULT known_now(),
        closed_at timestamptz,
        closed_by uuid REFERENCES person,
        -- Why it was re-opened, until it is closed again.
        reopened_reason text CHECK (reopened_reason <> ''),
        version integer NOT NULL DEFAULT 1,
        CHECK (to_on = (from_on + interval '3 months')::date - 1),
        CHECK ((state = 'closed') = (closed_at IS NOT NULL)),
        CHECK ((closed_at IS NULL) = (closed_by IS NULL))
      );

      -- One an organisation and quarter, in one state: so states always add up to what is expected.
      CREATE TABLE quarter_return (
        quarter_id text NOT NULL REFERENCES quarter,
        organisation_id uuid NOT NULL REFERENCES organisation,
        state text NOT NULL DEFAULT 'not_started' CHECK (state IN
          ('not_started', 'draft', 'submitted', 'changes_requested', 'signed_off', 'excused')),
        confidence text CHECK (confidence IN ('very_confident', 'fairly_confident', 'not_very_confident',
          'not_at_all_confident', 'dont_know')),
        summary text,
        reviewed boolean NOT NULL DEFAULT false,
        rest_unchanged boolean NOT NULL DEFAULT false,
        submitted_by uuid REFERENCES person,
        signed_off_at timestamptz,
        signed_off_by uuid REFERENCES person,
        excused text CHECK (excused <> ''),
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (quarter_id, organisation_id),
        CHECK (state NOT IN ('submitted', 'signed_off') OR (confidence IS NOT NULL AND submitted_by IS NOT NULL)),
        CHECK ((state = 'excused') = (excused IS NOT NULL)),
        CHECK ((state = 'signed_off') = (signed_off_by IS NOT NULL)),
        CHECK ((signed_off_at IS NULL) = (signed_off_by IS NULL)),
        CONSTRAINT quarter_return_two_people CHECK (signed_off_by <> submitted_by)
      );
      CREATE INDEX quarter_return_organisation ON quarter_return (organisation_id);

      -- What was submitted, each time; the last one is what is signed off.
      CREATE TABLE quarter_submission (
        quarter_id text NOT NULL,
        organisation_id uuid NOT NULL,
        number integer NOT NULL CHECK (number > 0),
        reference text NOT NULL,
        on_date date NOT NULL,
        confidence text NOT NULL,
        summary text,
        -- Its text is kept as it is, and hashed.
        services json NOT NULL,
        sha256 bytea NOT NULL CHECK (sha256 = sha256(convert_to(services::text, 'UTF8'))),
        submitted_at timestamptz NOT NULL DEFAULT known_now(),
        submitted_by uuid NOT NULL REFERENCES person,
        PRIMARY KEY (quarter_id, organisation_id, number),
        FOREIGN KEY (quarter_id, organisation_id) REFERENCES quarter_return
      );
      CREATE TABLE quarter_message (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        sequence bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
        quarter_id text NOT NULL,
        organisation_id uuid NOT NULL,
        service_id uuid REFERENCES service,
        kind text NOT NULL CHECK (kind IN ('message', 'changes_requested')),
        text text NOT NULL CHECK (text <> ''),
        at timestamptz NOT NULL DEFAULT known_now(),
        by uuid NOT NULL REFERENCES person,
        FOREIGN KEY (quarter_id, organisation_id) REFERENCES quarter_return
      );
      CREATE INDEX quarter_message_return ON quarter_message (quarter_id, organisation_id);
      CREATE INDEX quarter_message_service ON quarter_message (service_id);
      CREATE TRIGGER quarter_submission_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON quarter_submission
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER quarter_message_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON quarter_message
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      -- Made whenever a quarter closes. What is frozen is what was known at that instant, so it can be made later, or
      -- again, and come out the same; its bytes and the files made of them are kept once they are.
      CREATE TABLE quarter_revision (
        quarter_id text NOT NULL REFERENCES quarter,
        revision integer NOT NULL CHECK (revision > 0),
        known_at timestamptz NOT NULL DEFAULT known_now(),
        closed_by uuid NOT NULL REFERENCES person,
        reason text CHECK (reason <> ''),
        PRIMARY KEY (quarter_id, revision),
        CHECK ((revision = 1) = (reason IS NULL))
      );
      CREATE TABLE quarter_snapshot (
        quarter_id text NOT NULL,
        revision integer NOT NULL,
        bytes bytea NOT NULL,
        sha256 bytea NOT NULL CHECK (sha256 = sha256(bytes)),
        PRIMARY KEY (quarter_id, revision),
        FOREIGN KEY (quarter_id, revision) REFERENCES quarter_revision
      );
      CREATE TABLE quarter_file (
        quarter_id text NOT NULL,
        revision integer NOT NULL,
        format text NOT NULL CHECK (format IN ('ods', 'xlsx', 'csv', 'pdf')),
        bytes bytea NOT NULL,
        sha256 bytea NOT NULL CHECK (sha256 = sha256(bytes)),
        PRIMARY KEY (quarter_id, revision, format),
        FOREIGN KEY (quarter_id, revision) REFERENCES quarter_snapshot
      );
      CREATE TRIGGER quarter_revision_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON quarter_revision
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER quarter_snapshot_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON quarter_snapshot
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER quarter_file_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON quarter_file
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      -- A quarter is not re-opened before its last closing is frozen: returns, unlike the rest, are known as they are only.
      CREATE FUNCTION refuse_unfrozen() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (SELECT FROM quarter_snapshot WHERE quarter_id = OLD.id
          AND revision = (SELECT max(revision) FROM quarter_revision WHERE quarter_id = OLD.id))
        THEN
          RAISE EXCEPTION 'quarter % is not frozen yet', OLD.id USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER quarter_reopens AFTER UPDATE OF state ON quarter
        FOR EACH ROW WHEN (OLD.state = 'closed' AND NEW.state = 'open') EXECUTE FUNCTION refuse_unfrozen();

      -- Returns of a quarter that is closed stay as they were frozen.
      CREATE FUNCTION refuse_closed() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM quarter WHERE id = coalesce(NEW.quarter_id, OLD.quarter_id) AND state = 'closed') THEN
          RAISE EXCEPTION 'quarter % is closed', coalesce(NEW.quarter_id, OLD.quarter_id)
            USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER quarter_return_closed AFTER INSERT OR UPDATE OR DELETE ON quarter_return
        FOR EACH ROW EXECUTE FUNCTION refuse_closed();

      -- The day that a quarter's returns are about: its last, or today while it runs.
      CREATE FUNCTION quarter_day(to_on date) RETURNS date LANGUAGE sql STABLE AS $$
        SELECT least(to_on, (now() AT TIME ZONE 'Europe/London')::date)
      $$;

      -- Holds the returns of open quarters, or of one, that cover any of these organisations, so that none is
      -- submitted or signed off meanwhile. Whatever their state: one that changes while this waits would go unseen.
      CREATE FUNCTION held_returns(organisations uuid[], of_quarter text DEFAULT NULL)
      RETURNS TABLE (quarter_id text, organisation text, state text) LANGUAGE plpgsql AS $$
      DECLARE
        q record;
      BEGIN
        FOR q IN SELECT id, to_on FROM quarter WHERE quarter.state = 'open' AND (of_quarter IS NULL OR id = of_quarter)
          ORDER BY id
        LOOP
          RETURN QUERY
            SELECT t.quarter_id, o.name, t.state
            FROM quarter_return t JOIN organisation o ON o.id = t.organisation_id
            WHERE t.quarter_id = q.id AND t.organisation_id IN (
              SELECT a.above FROM organisations_above_on(quarter_day(q.to_on), NULL) a WHERE a.id = ANY (organisations))
            ORDER BY t.organisation_id FOR SHARE OF t;
        END LOOP;
      END $$;

      CREATE FUNCTION refuse_locked(organisations uuid[], of_quarter text DEFAULT NULL) RETURNS void
      LANGUAGE plpgsql AS $$
      DECLARE
        held record;
      BEGIN
        FOR held IN SELECT * FROM held_returns(organisations, of_quarter) LOOP
          IF held.state IN ('submitted', 'signed_off') THEN
            RAISE EXCEPTION 'a return for % is %', held.quarter_id, held.state USING ERRCODE = 'HW001',
              DETAIL = json_build_object('quarter', held.quarter_id, 'organisation', held.organisation,
                'state', held.state)::text;
          END IF;
        END LOOP;
      END $$;

      -- What counts up to the end of an open quarter, before and after a change of spans: where it differs, the
      -- returns that cover it must not be locked.
      CREATE FUNCTION refuse_locked_spans(stale stage_span[], fresh stage_span[]) RETURNS void LANGUAGE plpgsql AS $$
      DECLARE
        q record;
        touched uuid[];
      BEGIN
        FOR q IN SELECT id, to_on + 1 AS over FROM quarter WHERE state = 'open' ORDER BY id LOOP
          WITH old AS (${clipped('stale')}), new AS (${clipped('fresh')})
          SELECT array_agg(DISTINCT organisation_id) INTO touched FROM (
            (TABLE old EXCEPT TABLE new) UNION ALL (TABLE new EXCEPT TABLE old)) differs;
          IF touched IS NOT NULL THEN
            PERFORM refuse_locked(touched, q.id);
          END IF;
        END LOOP;
      END $$;

      -- An organisation that moves under another by the end of a quarter brings its services into another return,
      -- whether it is there still or has moved on since. Looked at once all of its history is written.
      CREATE FUNCTION refuse_locked_moves() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        q record;
        moved uuid;
        parents uuid[];
      BEGIN
        IF TG_TABLE_NAME = 'organisation' THEN
          moved := NEW.id;
        ELSE
          moved := coalesce(NEW.organisation_id, OLD.organisation_id);
        END IF;
        FOR q IN SELECT id, quarter_day(to_on) AS day FROM quarter WHERE state = 'open' ORDER BY id LOOP
          parents := ARRAY(SELECT DISTINCT parent_id FROM (
            SELECT parent_id FROM organisations_on(q.day, known_now() - interval '1 millisecond') o WHERE o.id = moved
            UNION ALL SELECT parent_id FROM organisations_on(q.day, NULL) o WHERE o.id = moved) was_and_is);
          IF cardinality(parents) > 1 THEN
            PERFORM refuse_locked(moved || parents, q.id);
          END IF;
        END LOOP;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER organisation_moves AFTER UPDATE OF parent_id ON organisation
        DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW WHEN (OLD.parent_id IS DISTINCT FROM NEW.parent_id) EXECUTE FUNCTION refuse_locked_moves();
      CREATE CONSTRAINT TRIGGER organisation_moved AFTER INSERT OR UPDATE OR DELETE ON organisation_past
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_locked_moves();
    `);
    await runner.query(respan('PERFORM refuse_locked_spans(stale, fresh);'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(respan(''));
    await runner.query(`
      DROP TRIGGER organisation_moves ON organisation;
      DROP TRIGGER organisation_moved ON organisation_past;
      DROP FUNCTION refuse_locked_moves, refuse_locked_spans, refuse_locked, held_returns, quarter_day;
      DROP TABLE quarter_file, quarter_snapshot, quarter_revision, quarter_message, quarter_submission, quarter_return, quarter;
      DROP FUNCTION refuse_closed, refuse_unfrozen;
    `);
  }
}
