import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What tables looked like at every instant is kept by a trigger, each beside its own; with its key. */
const kept = {
  organisation: 'id',
  organisation_past: 'organisation_id, until_on',
  service: 'id',
  service_ownership: 'service_id, from_on',
  service_closure: 'service_id, closed_on',
  barrier: 'id',
} as const;

/** A claim moves the version alone, and that is no fact worth keeping. */
const updates: Readonly<Record<string, string>> = {
  organisation: 'OF slug, name, abbreviation, kind, parent_id, exists_from, exists_to',
  service: 'OF reference, name, audience, description, address, transactions_a_year, owner, opens_on',
};

/** Time, twice: what was true when, and what was known when. Corrections, closures, reorganisations, targets, barriers. */
export class History1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- One instant for everything that a transaction writes. Its number comes first, so that whoever asks what
      -- was known at an instant sees from pg_stat_activity that somebody may still write before it.
      CREATE FUNCTION known_now() RETURNS timestamptz LANGUAGE plpgsql AS $$
      DECLARE
        stamp text := current_setting('headway.known_now', true);
      BEGIN
        IF coalesce(stamp, '') = '' THEN
          PERFORM pg_current_xact_id();
          stamp := date_trunc('milliseconds', clock_timestamp())::text;
          PERFORM set_config('headway.known_now', stamp, true);
        END IF;
        RETURN stamp::timestamptz;
      END $$;

      ALTER TABLE stage_record ALTER recorded_at SET DEFAULT known_now();
      ALTER TABLE stage_record ADD UNIQUE (service_id, id);

      -- A record that was wrong, and what took its place; nothing where it should never have been.
      CREATE TABLE stage_correction (
        record_id uuid PRIMARY KEY,
        service_id uuid NOT NULL,
        replaced_by uuid UNIQUE CHECK (replaced_by <> record_id),
        reason text NOT NULL CHECK (reason <> ''),
        corrected_at timestamptz NOT NULL DEFAULT known_now(),
        corrected_by uuid NOT NULL REFERENCES person,
        FOREIGN KEY (service_id, record_id) REFERENCES stage_record (service_id, id),
        FOREIGN KEY (service_id, replaced_by) REFERENCES stage_record (service_id, id)
      );
      CREATE INDEX stage_correction_service ON stage_correction (service_id);
      CREATE TRIGGER stage_correction_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON stage_correction
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      -- From the day it closed to the day it opened again a service counts nowhere.
      CREATE TABLE service_closure (
        service_id uuid NOT NULL REFERENCES service,
        closed_on date NOT NULL CHECK (isfinite(closed_on)),
        reopened_on date NOT NULL DEFAULT 'infinity',
        reason text NOT NULL CHECK (reason IN ('retired', 'merged', 'cancelled')),
        merged_into uuid REFERENCES service CHECK (merged_into <> service_id),
        note text,
        PRIMARY KEY (service_id, closed_on),
        CHECK (closed_on < reopened_on),
        CHECK ((reason = 'merged') = (merged_into IS NOT NULL)),
        CONSTRAINT service_closure_overlaps
          EXCLUDE USING gist (service_id WITH =, daterange(closed_on, reopened_on) WITH &&)
      );

      -- What an organisation was until a day; after the last of these it is what its own row says.
      CREATE TABLE organisation_past (
        organisation_id uuid NOT NULL REFERENCES organisation,
        until_on date NOT NULL CHECK (isfinite(until_on)),
        name text NOT NULL CHECK (name <> ''),
        abbreviation text CHECK (abbreviation <> ''),
        kind text NOT NULL,
        parent_id uuid REFERENCES organisation CHECK (parent_id <> organisation_id),
        PRIMARY KEY (organisation_id, until_on)
      );
      CREATE TABLE reorganisation (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        kind text NOT NULL CHECK (kind IN ('rename', 'merge', 'split', 'transfer')),
        on_date date NOT NULL CHECK (isfinite(on_date)),
        note text,
        made_at timestamptz NOT NULL DEFAULT known_now(),
        made_by uuid NOT NULL REFERENCES person
      );
      CREATE TABLE organisation_succession (
        predecessor_id uuid NOT NULL REFERENCES organisation,
        successor_id uuid NOT NULL REFERENCES organisation,
        reorganisation_id uuid NOT NULL REFERENCES reorganisation,
        PRIMARY KEY (predecessor_id, successor_id),
        CHECK (predecessor_id <> successor_id)
      );
      CREATE INDEX organisation_succession_successor ON organisation_succession (successor_id);

      CREATE TABLE target (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        sequence bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
        service_id uuid NOT NULL REFERENCES service,
        stage stage NOT NULL CHECK (stage IN ('live', 'redesigned')),
        due_on date CHECK (isfinite(due_on)),
        reason text CHECK (reason <> ''),
        set_at timestamptz NOT NULL DEFAULT known_now(),
        set_by uuid NOT NULL REFERENCES person
      );
      CREATE INDEX target_service ON target (service_id, stage, sequence);
      CREATE TRIGGER target_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON target
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      CREATE TABLE barrier (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        service_id uuid REFERENCES service,
        organisation_id uuid REFERENCES organisation,
        category text NOT NULL CHECK (category IN ('skills', 'structure', 'leadership', 'legacy_technology',
          'funding', 'procurement', 'policy_or_law', 'data_sharing', 'supplier', 'other')),
        description text NOT NULL CHECK (description <> ''),
        next_action text,
        next_action_owner text,
        raised_on date NOT NULL CHECK (isfinite(raised_on)),
        resolved_on date CHECK (isfinite(resolved_on) AND resolved_on >= raised_on),
        version integer NOT NULL DEFAULT 1,
        changed_by uuid NOT NULL REFERENCES person,
        CHECK (num_nonnulls(service_id, organisation_id) = 1)
      );
      CREATE INDEX barrier_service ON barrier (service_id);
      CREATE INDEX barrier_organisation ON barrier (organisation_id);

      CREATE FUNCTION keep_as_known() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        kept text := quote_ident(TG_TABLE_NAME || '_as_known');
        this_one text := (SELECT string_agg(format('%1$I = ($2).%1$I', key), ' AND ') FROM unnest(TG_ARGV) AS key);
        known timestamptz := known_now();
      BEGIN
        IF TG_OP <> 'INSERT' THEN
          -- What was known for no time at all was never known.
          EXECUTE format('DELETE FROM %s WHERE known_to = ''infinity'' AND known_from >= $1 AND %s', kept, this_one)
            USING known, OLD;
          EXECUTE format('UPDATE %s SET known_to = $1 WHERE known_to = ''infinity'' AND %s', kept, this_one)
            USING known, OLD;
        END IF;
        IF TG_OP <> 'DELETE' THEN
          EXECUTE format('INSERT INTO %1$s SELECT * FROM jsonb_populate_record(NULL::%1$s, to_jsonb($1) ||
            jsonb_build_object(''known_from'', $2, ''known_to'', ''infinity''))', kept)
            USING NEW, known;
        END IF;
        RETURN NULL;
      END $$;
    `);
    for (const [table, key] of Object.entries(kept)) await keep(runner, table, key);
    await runner.query(`
      -- Organisations as they were on a day (now where none is given), as known at an instant (now where null).
      CREATE FUNCTION organisations_on(day date, known timestamptz)
      RETURNS TABLE (id uuid, slug text, name text, abbreviation text, kind text, parent_id uuid,
        exists_from date, exists_to date) LANGUAGE sql STABLE AS $$
        WITH present AS (
          SELECT o.id, o.slug, o.name, o.abbreviation, o.kind, o.parent_id, o.exists_from, o.exists_to
          FROM organisation o WHERE known IS NULL
          UNION ALL
          SELECT o.id, o.slug, o.name, o.abbreviation, o.kind, o.parent_id, o.exists_from, o.exists_to
          FROM organisation_as_known o WHERE o.known_from <= known AND o.known_to > known
        ), past AS (
          SELECT DISTINCT ON (p.organisation_id) p.* FROM (
            SELECT organisation_id, until_on, name, abbreviation, kind, parent_id FROM organisation_past
            WHERE known IS NULL
            UNION ALL
            SELECT organisation_id, until_on, name, abbreviation, kind, parent_id FROM organisation_past_as_known
            WHERE known_from <= known AND known_to > known
          ) p WHERE p.until_on > day ORDER BY p.organisation_id, p.until_on
        )
        SELECT o.id, o.slug, coalesce(p.name, o.name),
          CASE WHEN p.organisation_id IS NULL THEN o.abbreviation ELSE p.abbreviation END,
          coalesce(p.kind, o.kind),
          CASE WHEN p.organisation_id IS NULL THEN o.parent_id ELSE p.parent_id END, o.exists_from, o.exists_to
        FROM present o LEFT JOIN past p ON p.organisation_id = o.id
      $$;

      -- Each organisation with each that it is below on that day, itself included; UNION ends even on a loop.
      CREATE FUNCTION organisations_above_on(day date, known timestamptz)
      RETURNS TABLE (id uuid, above uuid) LANGUAGE sql STABLE AS $$
        WITH RECURSIVE present AS MATERIALIZED (SELECT o.id, o.parent_id FROM organisations_on(day, known) o),
        above AS (
          SELECT p.id, p.id AS above FROM present p
          UNION
          SELECT a.id, p.parent_id FROM above a JOIN present p ON p.id = a.above WHERE p.parent_id IS NOT NULL
        ) SELECT a.id, a.above FROM above a
      $$;

      -- What a role over an organisation counts for: it, those below it, and those that ended in them.
      CREATE FUNCTION organisations_under(top uuid) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
        WITH RECURSIVE under AS (
          SELECT top AS id
          UNION
          SELECT next.id FROM under, LATERAL (
            SELECT o.id FROM organisation o WHERE o.parent_id = under.id
            UNION ALL
            SELECT x.predecessor_id FROM organisation_succession x JOIN organisation o ON o.id = x.predecessor_id
            WHERE x.successor_id = under.id AND o.exists_to < 'infinity'
          ) next
        ) SELECT id FROM under
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = Object.keys(kept);
    await runner.query(`
      DROP FUNCTION organisations_under, organisations_above_on, organisations_on;
      ${tables.map((table) => `DROP TRIGGER ${table}_as_known ON ${table};`).join(' ')}
      ${tables.map((table) => `DROP TABLE ${table}_as_known;`).join(' ')}
      DROP FUNCTION keep_as_known;
      DROP TABLE barrier, target, organisation_succession, reorganisation, organisation_past, service_closure,
        stage_correction;
      ALTER TABLE stage_record DROP CONSTRAINT stage_record_service_id_id_key;
      ALTER TABLE stage_record ALTER recorded_at SET DEFAULT clock_timestamp();
      DROP FUNCTION known_now;
    `);
  }
}

/** A table's own columns without its version, from when and until when they were known. */
async function keep(runner: QueryRunner, table: string, key: string): Promise<void> {
  const change = updates[table] ?? '';
  await runner.query(`
    CREATE TABLE ${table}_as_known AS SELECT t.*, '-infinity'::timestamptz AS known_from,
      'infinity'::timestamptz AS known_to FROM ${table} t;
    ALTER TABLE ${table}_as_known DROP COLUMN IF EXISTS version;
    ALTER TABLE ${table}_as_known ALTER known_from SET NOT NULL, ALTER known_to SET NOT NULL,
      ADD CHECK (known_from < known_to);
    CREATE UNIQUE INDEX ON ${table}_as_known (${key}, known_to);
    CREATE TRIGGER ${table}_as_known AFTER INSERT OR DELETE OR UPDATE ${change} ON ${table}
      FOR EACH ROW EXECUTE FUNCTION keep_as_known(${key});
    CREATE TRIGGER ${table}_as_known_stays BEFORE UPDATE OR DELETE ON ${table}_as_known
      FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER ${table}_as_known_kept BEFORE TRUNCATE ON ${table}_as_known
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
  `);
}
