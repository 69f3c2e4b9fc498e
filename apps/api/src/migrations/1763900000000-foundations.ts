import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Organisations, services, their ownership and stage records, people, and the trail of what was done. */
export class Foundations1763900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE EXTENSION IF NOT EXISTS btree_gist;
      CREATE TYPE stage AS ENUM ('not_started', 'in_progress', 'live', 'redesigned');
      CREATE TYPE audience AS ENUM ('external', 'internal');

      CREATE TABLE organisation (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
        name text NOT NULL CHECK (name <> ''),
        abbreviation text CHECK (abbreviation <> ''),
        kind text NOT NULL CHECK (kind IN
          ('ministerial_department', 'non_ministerial_department', 'agency', 'other_public_body')),
        parent_id uuid REFERENCES organisation CHECK (parent_id <> id),
        exists_from date NOT NULL DEFAULT '-infinity',
        exists_to date NOT NULL DEFAULT 'infinity',
        version integer NOT NULL DEFAULT 1,
        CHECK (exists_from < exists_to)
      );
      CREATE UNIQUE INDEX organisation_name ON organisation (lower(name));
      CREATE UNIQUE INDEX organisation_abbreviation ON organisation (lower(abbreviation));
      CREATE INDEX organisation_parent ON organisation (parent_id);

      -- An organisation and all that is below it; UNION ends even on a loop.
      CREATE FUNCTION organisations_below(top uuid) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
        WITH RECURSIVE below AS (
          SELECT top AS id
          UNION
          SELECT o.id FROM organisation o JOIN below ON o.parent_id = below.id
        ) SELECT id FROM below
      $$;

      CREATE TABLE person (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        email text NOT NULL,
        name text NOT NULL CHECK (name <> ''),
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE UNIQUE INDEX person_email ON person (lower(email));

      CREATE TABLE role_grant (
        person_id uuid NOT NULL REFERENCES person,
        role text NOT NULL CHECK (role IN ('viewer', 'digital_lead', 'approver', 'oversight', 'admin')),
        organisation_id uuid REFERENCES organisation,
        UNIQUE NULLS NOT DISTINCT (person_id, role, organisation_id),
        CHECK (role = 'viewer' OR (role IN ('digital_lead', 'approver')) = (organisation_id IS NOT NULL))
      );

      CREATE TABLE session (
        token_hash bytea PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person,
        created_at timestamptz NOT NULL DEFAULT now(),
        last_seen_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE TABLE sign_in_attempt (
        token_hash bytea PRIMARY KEY,
        state text NOT NULL,
        nonce text NOT NULL,
        code_verifier text NOT NULL,
        return_to text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE TABLE personal_token (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        person_id uuid NOT NULL REFERENCES person,
        name text NOT NULL,
        token_hash bytea NOT NULL UNIQUE,
        may_write boolean NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        last_used_at timestamptz,
        revoked_at timestamptz
      );

      CREATE TABLE service (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        reference text NOT NULL CHECK (reference <> ''),
        name text NOT NULL CHECK (name <> ''),
        audience audience NOT NULL,
        description text,
        address text,
        transactions_a_year bigint CHECK (transactions_a_year >= 0),
        owner text,
        opens_on date NOT NULL DEFAULT '-infinity',
        version integer NOT NULL DEFAULT 1
      );
      CREATE UNIQUE INDEX service_reference ON service (lower(reference));
      CREATE INDEX service_name ON service (name, id);

      -- One owner on every day: periods neither overlap (exclusion) nor leave a gap (deferred check).
      CREATE TABLE service_ownership (
        service_id uuid NOT NULL REFERENCES service,
        organisation_id uuid NOT NULL REFERENCES organisation,
        from_on date NOT NULL DEFAULT '-infinity',
        to_on date NOT NULL DEFAULT 'infinity',
        PRIMARY KEY (service_id, from_on),
        CHECK (from_on < to_on),
        CONSTRAINT service_ownership_overlaps
          EXCLUDE USING gist (service_id WITH =, daterange(from_on, to_on) WITH &&)
      );
      CREATE INDEX service_ownership_organisation ON service_ownership (organisation_id);

      CREATE FUNCTION check_ownership_without_gap() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        checked uuid := CASE TG_TABLE_NAME
          WHEN 'service' THEN (to_jsonb(NEW) ->> 'id')::uuid
          ELSE (to_jsonb(coalesce(NEW, OLD)) ->> 'service_id')::uuid END;
      BEGIN
        IF EXISTS (SELECT FROM service WHERE id = checked) AND
          (SELECT range_agg(daterange(from_on, to_on)) FROM service_ownership WHERE service_id = checked)
          IS DISTINCT FROM '{[-infinity,infinity)}'::datemultirange
        THEN
          RAISE EXCEPTION 'service % is not owned on every day', checked USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER service_owned AFTER INSERT ON service
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_ownership_without_gap();
      CREATE CONSTRAINT TRIGGER service_ownership_without_gap AFTER INSERT OR UPDATE OR DELETE
        ON service_ownership
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_ownership_without_gap();

      CREATE TABLE stage_record (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        sequence bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
        service_id uuid NOT NULL REFERENCES service,
        stage stage NOT NULL,
        redesign_under_way boolean NOT NULL DEFAULT false
          CHECK (NOT redesign_under_way OR stage IN ('in_progress', 'live')),
        front_office stage,
        middle_office stage,
        back_office stage,
        effective_on date NOT NULL CHECK (isfinite(effective_on)),
        note text,
        evidence_url text,
        recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        recorded_by uuid NOT NULL REFERENCES person,
        CONSTRAINT stage_record_not_in_the_future
          CHECK (effective_on <= (recorded_at AT TIME ZONE 'Europe/London')::date)
      );
      CREATE INDEX stage_record_as_of ON stage_record (service_id, effective_on DESC, sequence DESC)
        INCLUDE (stage);

      CREATE TABLE audit_entry (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        person_id uuid NOT NULL REFERENCES person,
        organisation_id uuid REFERENCES organisation,
        action text NOT NULL,
        subject text NOT NULL,
        detail jsonb NOT NULL
      );

      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '% on % is refused: what is written there stays', TG_OP, TG_TABLE_NAME
          USING ERRCODE = 'restrict_violation';
      END $$;
      CREATE TRIGGER stage_record_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON stage_record
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER audit_entry_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      CREATE TABLE event (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        at timestamptz NOT NULL DEFAULT now(),
        kind text NOT NULL,
        subject text,
        organisation_id uuid
      );

      CREATE TABLE idempotent_answer (
        person_id uuid NOT NULL REFERENCES person,
        key text NOT NULL,
        fingerprint bytea NOT NULL,
        answer jsonb NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (person_id, key)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE idempotent_answer, event, audit_entry, stage_record, service_ownership, service,
        personal_token, sign_in_attempt, session, role_grant, person, organisation;
      DROP FUNCTION refuse_change, check_ownership_without_gap, organisations_below;
      DROP TYPE audience, stage;
      DROP EXTENSION btree_gist;
    `);
  }
}
