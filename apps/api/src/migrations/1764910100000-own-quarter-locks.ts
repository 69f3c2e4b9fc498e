import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Spans on the days of quarter `q`, with all that is signed of them or told from them. */
const onItsDays = (spans: string) => `SELECT service_id, greatest(from_on, q.from_on) AS from_on,
    least(to_on, q.over) AS to_on, organisation_id, audience, record_id, stage, redesign_under_way, front_office,
    middle_office, back_office, stage_since, went_back_on
  FROM unnest(${spans}) WHERE from_on < q.over AND to_on > q.from_on`;

/** The same up to the end of quarter `q`, as it was locked before. */
const upToItsEnd = (
  spans: string,
) => `SELECT service_id, from_on, least(to_on, q.over) AS to_on, organisation_id,
    audience, record_id, stage, redesign_under_way, front_office, middle_office, back_office, stage_since, went_back_on
  FROM unnest(${spans}) WHERE from_on < q.over`;

/**
 * A submitted return locks what counts on the days of its own quarter. What is asked for in an earlier quarter can be
 * done all the same: the later return gives way, which means that it is sent back.
 */
export class OwnQuarterLocks1764910100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION locked_services, locked_organisations, refuse_locked(uuid[], text), held_returns;

      -- Whether the open return of a quarter asks for a change of a service, or of the return as a whole.
      CREATE FUNCTION asked_in(of_quarter text, service uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
        SELECT EXISTS (SELECT FROM quarter q
          JOIN quarter_return t ON t.quarter_id = q.id AND t.state = 'changes_requested'
          JOIN quarter_message m ON m.quarter_id = q.id AND m.organisation_id = t.organisation_id
            AND m.kind = 'changes_requested' AND (m.service_id = service OR m.service_id IS NULL)
          JOIN service_ownership w ON w.service_id = service
            AND w.from_on <= quarter_day(q.to_on) AND w.to_on > quarter_day(q.to_on)
          WHERE q.id = of_quarter AND q.state = 'open'
            AND t.organisation_id IN (SELECT a.above FROM organisations_above_on(quarter_day(q.to_on), NULL) a
              WHERE a.id = w.organisation_id)
            AND NOT EXISTS (SELECT FROM quarter_submission l WHERE l.quarter_id = q.id
              AND l.organisation_id = t.organisation_id AND l.submitted_at > m.at))
      $$;
      -- The last day of the latest quarter before a day in which a change of a service is asked for, if any.
      CREATE FUNCTION asked_up_to(service uuid, before date) RETURNS date LANGUAGE sql STABLE AS $$
        SELECT max(q.to_on) FROM quarter q WHERE q.state = 'open' AND q.to_on < before AND asked_in(q.id, service)
      $$;
      -- Returns of open quarters that are submitted or signed off, by every organisation that each covers.
      CREATE FUNCTION return_locks()
      RETURNS TABLE (organisation_id uuid, quarter_id text, organisation text, state text, from_on date, up_to date)
      LANGUAGE sql STABLE AS $$
        SELECT a.id, q.id, o.name, t.state, q.from_on, q.to_on
        FROM quarter q CROSS JOIN LATERAL organisations_above_on(quarter_day(q.to_on), NULL) a
        JOIN quarter_return t ON t.quarter_id = q.id AND t.organisation_id = a.above
        JOIN organisation o ON o.id = t.organisation_id
        WHERE q.state = 'open' AND t.state IN ('submitted', 'signed_off')
      $$;
      -- The latest of them for each organisation.
      CREATE FUNCTION locked_organisations()
      RETURNS TABLE (organisation_id uuid, quarter_id text, organisation text, state text, from_on date, up_to date)
      LANGUAGE sql STABLE AS $$
        SELECT DISTINCT ON (k.organisation_id) k.* FROM return_locks() k ORDER BY k.organisation_id, k.up_to DESC
      $$;
      -- All of them for services, by who owned them on the days that are locked.
      CREATE FUNCTION locked_services(services uuid[])
      RETURNS TABLE (service_id uuid, quarter_id text, organisation text, state text, from_on date, up_to date,
        asked_up_to date) LANGUAGE sql STABLE AS $$
        SELECT w.service_id, k.quarter_id, k.organisation, k.state, greatest(k.from_on, w.from_on),
          least(k.up_to, w.to_on - 1), asked_up_to(w.service_id, k.from_on)
        FROM return_locks() k JOIN service_ownership w ON w.organisation_id = k.organisation_id
          AND w.from_on <= k.up_to AND w.to_on > k.from_on
        WHERE w.service_id = ANY (services)
      $$;
      -- As before, with the id of the organisation.
      CREATE FUNCTION held_returns(organisations uuid[], of_quarter text DEFAULT NULL)
      RETURNS TABLE (quarter_id text, organisation_id uuid, organisation text, state text) LANGUAGE plpgsql AS $$
      DECLARE
        q record;
      BEGIN
        FOR q IN SELECT id, to_on FROM quarter WHERE quarter.state = 'open' AND (of_quarter IS NULL OR id = of_quarter)
          ORDER BY id
        LOOP
          RETURN QUERY
            SELECT t.quarter_id, o.id, o.name, t.state
            FROM quarter_return t JOIN organisation o ON o.id = t.organisation_id
            WHERE t.quarter_id = q.id AND t.organisation_id IN (
              SELECT a.above FROM organisations_above_on(quarter_day(q.to_on), NULL) a WHERE a.id = ANY (organisations))
            ORDER BY t.organisation_id FOR SHARE OF t;
        END LOOP;
      END $$;
      -- Where it gives way, whoever asked sends the return back and tries again.
      CREATE FUNCTION refuse_locked(organisations uuid[], of_quarter text DEFAULT NULL, gives_way boolean DEFAULT false)
      RETURNS void LANGUAGE plpgsql AS $$
      DECLARE
        held record;
      BEGIN
        FOR held IN SELECT * FROM held_returns(organisations, of_quarter) LOOP
          IF held.state IN ('submitted', 'signed_off') THEN
            RAISE EXCEPTION 'a return for % is %', held.quarter_id, held.state USING ERRCODE = 'HW001',
              DETAIL = json_build_object('quarter', held.quarter_id, 'organisation', held.organisation,
                'organisationId', held.organisation_id, 'state', held.state, 'givesWay', gives_way)::text;
          END IF;
        END LOOP;
      END $$;
      -- Where what counts on days of an open quarter differs, the returns that cover it must not be locked, unless
      -- every service that differs was asked about in an earlier quarter and differs there.
      CREATE OR REPLACE FUNCTION refuse_locked_spans(stale stage_span[], fresh stage_span[]) RETURNS void
      LANGUAGE plpgsql AS $$
      DECLARE
        q record;
        differing record;
        asked uuid[] := '{}';
      BEGIN
        FOR q IN SELECT id, from_on, to_on + 1 AS over FROM quarter WHERE state = 'open' ORDER BY id LOOP
          WITH old AS (${onItsDays('stale')}), new AS (${onItsDays('fresh')})
          SELECT array_agg(DISTINCT organisation_id) AS organisations, array_agg(DISTINCT service_id) AS services
            INTO differing
            FROM ((TABLE old EXCEPT TABLE new) UNION ALL (TABLE new EXCEPT TABLE old)) differs;
          IF differing.organisations IS NOT NULL THEN
            PERFORM refuse_locked(differing.organisations, q.id, differing.services <@ asked);
            asked := asked || ARRAY(SELECT s FROM unnest(differing.services) s WHERE asked_in(q.id, s));
          END IF;
        END LOOP;
      END $$;
      -- A barrier counts from the day it was raised until the day it was resolved: the same for it.
      CREATE OR REPLACE FUNCTION refuse_locked_barrier() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        q record;
        service uuid := coalesce(NEW.service_id, OLD.service_id);
        asked boolean := false;
        held uuid[];
        was daterange;
        becomes daterange;
      BEGIN
        FOR q IN SELECT id, from_on, to_on FROM quarter WHERE state = 'open' ORDER BY id LOOP
          was := 'empty'; becomes := 'empty'; held := '{}';
          IF TG_OP <> 'INSERT' THEN
            was := daterange(OLD.raised_on, OLD.resolved_on) * daterange(q.from_on, q.to_on, '[]');
            held := held || OLD.organisation_id;
          END IF;
          IF TG_OP <> 'DELETE' THEN
            becomes := daterange(NEW.raised_on, NEW.resolved_on) * daterange(q.from_on, q.to_on, '[]');
            held := held || NEW.organisation_id;
          END IF;
          IF was IS DISTINCT FROM becomes THEN
            held := held || ARRAY(SELECT w.organisation_id FROM service_ownership w WHERE w.service_id = service
                AND w.from_on <= quarter_day(q.to_on) AND w.to_on > quarter_day(q.to_on));
            PERFORM refuse_locked(array_remove(held, NULL), q.id, asked);
            asked := asked OR (service IS NOT NULL AND asked_in(q.id, service));
          END IF;
        END LOOP;
        RETURN NULL;
      END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION locked_services, locked_organisations, return_locks, asked_up_to, asked_in,
        refuse_locked(uuid[], text, boolean), held_returns;
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
      CREATE OR REPLACE FUNCTION refuse_locked_spans(stale stage_span[], fresh stage_span[]) RETURNS void LANGUAGE plpgsql AS $$
      DECLARE
        q record;
        touched uuid[];
      BEGIN
        FOR q IN SELECT id, to_on + 1 AS over FROM quarter WHERE state = 'open' ORDER BY id LOOP
          WITH old AS (${upToItsEnd('stale')}), new AS (${upToItsEnd('fresh')})
          SELECT array_agg(DISTINCT organisation_id) INTO touched FROM (
            (TABLE old EXCEPT TABLE new) UNION ALL (TABLE new EXCEPT TABLE old)) differs;
          IF touched IS NOT NULL THEN
            PERFORM refuse_locked(touched, q.id);
          END IF;
        END LOOP;
      END $$;
      CREATE OR REPLACE FUNCTION refuse_locked_barrier() RETURNS trigger LANGUAGE plpgsql AS $$
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
    `);
  }
}
