import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * "A name, abbreviation or former name in use is nobody else's; an ended one may be taken from the day after." Until
 * now a name was given once for ever, and a former one could be taken from an organisation that goes on.
 */
export class OrganisationNames1764900100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Every name and abbreviation that an organisation has or had, from the day it took it to the day it ended.
      CREATE TABLE held_name (
        organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
        name text NOT NULL,
        held daterange NOT NULL,
        -- Two had it before this was a rule.
        shared boolean NOT NULL DEFAULT false,
        PRIMARY KEY (organisation_id, name),
        CONSTRAINT held_name_once
          EXCLUDE USING gist (name WITH =, organisation_id WITH <>, held WITH &&) WHERE (NOT shared)
      );

      -- Without case and with single spaces, as libs/domain compares them.
      CREATE FUNCTION comparable_name(name text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
        SELECT lower(regexp_replace(trim(name), '\\s+', ' ', 'g'))
      $$;

      CREATE FUNCTION names_held(of_one uuid) RETURNS TABLE (name text, held daterange)
      LANGUAGE sql STABLE AS $$
        WITH period AS (
          SELECT p.name, p.abbreviation, coalesce(lag(p.until_on) OVER (ORDER BY p.until_on), o.exists_from) AS from_on,
            o.exists_to
          FROM (
            SELECT organisation_id, organisation_past.name, abbreviation, until_on FROM organisation_past
            WHERE organisation_id = of_one
            UNION ALL
            SELECT id, organisation.name, abbreviation, 'infinity' FROM organisation WHERE id = of_one
          ) p JOIN organisation o ON o.id = p.organisation_id
        )
        SELECT comparable_name(called), CASE WHEN min(exists_to) <= min(from_on) THEN 'empty'
          ELSE daterange(min(from_on), min(exists_to), '[]') END
        FROM period CROSS JOIN LATERAL unnest(ARRAY[period.name, abbreviation]) AS called
        WHERE called IS NOT NULL GROUP BY 1
      $$;

      CREATE FUNCTION keep_names() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        changed uuid := CASE WHEN TG_TABLE_NAME = 'organisation' THEN to_jsonb(NEW) ->> 'id'
          ELSE coalesce(to_jsonb(NEW), to_jsonb(OLD)) ->> 'organisation_id' END;
      BEGIN
        DELETE FROM held_name n WHERE n.organisation_id = changed
          AND NOT EXISTS (SELECT FROM names_held(changed) h WHERE h.name = n.name);
        INSERT INTO held_name AS n (organisation_id, name, held)
          SELECT changed, h.name, h.held FROM names_held(changed) h
          ON CONFLICT (organisation_id, name) DO UPDATE SET held = excluded.held WHERE n.held <> excluded.held;
        RETURN NULL;
      END $$;

      INSERT INTO held_name (organisation_id, name, held, shared)
        SELECT o.id, h.name, h.held, EXISTS (SELECT FROM organisation other CROSS JOIN LATERAL names_held(other.id) theirs
          WHERE other.id <> o.id AND theirs.name = h.name AND theirs.held && h.held)
        FROM organisation o CROSS JOIN LATERAL names_held(o.id) h;

      -- Once all of its history is written: between two rows of one change it may seem to have what is another's.
      CREATE CONSTRAINT TRIGGER organisation_names AFTER INSERT OR UPDATE OF name, abbreviation, exists_from, exists_to
        ON organisation DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION keep_names();
      CREATE CONSTRAINT TRIGGER organisation_past_names AFTER INSERT OR UPDATE OR DELETE
        ON organisation_past DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION keep_names();

      DROP INDEX organisation_name, organisation_abbreviation;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER organisation_names ON organisation;
      DROP TRIGGER organisation_past_names ON organisation_past;
      DROP FUNCTION keep_names, names_held, comparable_name;
      DROP TABLE held_name;
      -- A name of one that ended may have been taken since.
      CREATE UNIQUE INDEX organisation_name ON organisation (lower(name)) WHERE exists_to = 'infinity';
      CREATE UNIQUE INDEX organisation_abbreviation ON organisation (lower(abbreviation)) WHERE exists_to = 'infinity';
    `);
  }
}
