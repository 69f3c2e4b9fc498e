import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A submitted return locks when barriers held something back, and can be asked for what it locks. */
export class ReturnLocks1764840000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Organisations whose return for an open quarter is submitted or signed off, their own or that of one above,
      -- and up to which day what counts is locked by it; the latest where several quarters are open.
      CREATE FUNCTION locked_organisations()
      RETURNS TABLE (organisation_id uuid, quarter_id text, organisation text, state text, up_to date)
      LANGUAGE sql STABLE AS $$
        SELECT DISTINCT ON (a.id) a.id, q.id, o.name, t.state, q.to_on
        FROM quarter q CROSS JOIN LATERAL organisations_above_on(quarter_day(q.to_on), NULL) a
        JOIN quarter_return t ON t.quarter_id = q.id AND t.organisation_id = a.above
        JOIN organisation o ON o.id = t.organisation_id
        WHERE q.state = 'open' AND t.state IN ('submitted', 'signed_off')
        ORDER BY a.id, q.to_on DESC
      $$;

      -- The same for services, by who owned them on days that are locked.
      CREATE FUNCTION locked_services(services uuid[])
      RETURNS TABLE (service_id uuid, quarter_id text, organisation text, state text, up_to date)
      LANGUAGE sql STABLE AS $$
        SELECT DISTINCT ON (w.service_id) w.service_id, k.quarter_id, k.organisation, k.state,
          least(k.up_to, w.to_on - 1)
        FROM locked_organisations() k
        JOIN service_ownership w ON w.organisation_id = k.organisation_id AND w.from_on <= k.up_to
        WHERE w.service_id = ANY (services)
        ORDER BY w.service_id, least(k.up_to, w.to_on - 1) DESC
      $$;

      -- A barrier counts from the day it was raised until the day it was resolved. Where that differs on any day up
      -- to the end of an open quarter, the returns that cover it must not be locked.
      CREATE FUNCTION refuse_locked_barrier() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        q record;
        held uuid[];
        was daterange;
        becomes daterange;
      BEGIN
        FOR q IN SELECT id, to_on FROM quarter WHERE state = 'open' ORDER BY id LOOP
          was := 'empty';
          becomes := 'empty';
          held := '{}';
          IF TG_OP <> 'INSERT' THEN
            was := daterange(OLD.raised_on, OLD.resolved_on) * daterange(NULL, q.to_on, '(]');
            held := held || OLD.organisation_id;
          END IF;
          IF TG_OP <> 'DELETE' THEN
            becomes := daterange(NEW.raised_on, NEW.resolved_on) * daterange(NULL, q.to_on, '(]');
            held := held || NEW.organisation_id;
          END IF;
          IF was IS DISTINCT FROM becomes THEN
            held := held || ARRAY(SELECT w.organisation_id FROM service_ownership w
              WHERE w.service_id = coalesce(NEW.service_id, OLD.service_id)
                AND w.from_on <= quarter_day(q.to_on) AND w.to_on > quarter_day(q.to_on));
            PERFORM refuse_locked(array_remove(held, NULL), q.id);
          END IF;
        END LOOP;
        RETURN NULL;
      END $$;
      CREATE TRIGGER barrier_locked AFTER INSERT OR DELETE OR UPDATE OF raised_on, resolved_on ON barrier
        FOR EACH ROW EXECUTE FUNCTION refuse_locked_barrier();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER barrier_locked ON barrier;
      DROP FUNCTION refuse_locked_barrier, locked_services, locked_organisations;
    `);
  }
}
