import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Waves of the pulse survey, and what was answered. Nothing says who answered: an answer has no key, no number, no
 * person, no address and no time finer than a day.
 */
export class Pulse1764700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE pulse_wave (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        opens_on date NOT NULL CHECK (isfinite(opens_on)),
        closes_on date NOT NULL CHECK (isfinite(closes_on)),
        questions_version integer NOT NULL CHECK (questions_version > 0),
        made_by uuid NOT NULL REFERENCES person,
        -- Its organisations stay as they are: since somebody first came after the wave had opened.
        frozen boolean NOT NULL DEFAULT false,
        -- The last day of which the answers stand in an order that tells nothing.
        mixed_to date,
        -- Its answers stay as they are: since somebody first asked for results, or soon after the wave closed.
        sealed boolean NOT NULL DEFAULT false,
        CHECK (opens_on <= closes_on AND closes_on - opens_on <= 92),
        CHECK (frozen OR NOT sealed),
        CONSTRAINT pulse_wave_overlaps EXCLUDE USING gist (daterange(opens_on, closes_on, '[]') WITH &&)
      );

      -- As they are on the day the wave opens. The link is kept as it is, for oversight to show again: whoever has it
      -- can answer, and reads nothing by it but what is asked.
      CREATE TABLE pulse_organisation (
        wave_id uuid NOT NULL REFERENCES pulse_wave,
        organisation_id uuid NOT NULL REFERENCES organisation,
        slug text NOT NULL,
        name text NOT NULL,
        abbreviation text,
        parent_id uuid,
        link text NOT NULL UNIQUE DEFAULT replace(gen_random_uuid()::text, '-', ''),
        PRIMARY KEY (wave_id, organisation_id),
        UNIQUE (wave_id, slug)
      );

      CREATE TABLE pulse_answer (
        wave_id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        grade text NOT NULL CHECK (grade IN ('senior_civil_servant', 'grade_6_or_7', 'other')),
        on_date date NOT NULL,
        -- Options chosen, by question.
        answers jsonb NOT NULL CHECK (jsonb_typeof(answers) = 'object' AND answers <> '{}'),
        FOREIGN KEY (wave_id, organisation_id) REFERENCES pulse_organisation
      );
      CREATE INDEX pulse_answer_wave ON pulse_answer (wave_id);

      -- That a key has been used, not for which answer; until the wave is sealed.
      CREATE TABLE pulse_submission (
        wave_id uuid NOT NULL REFERENCES pulse_wave,
        digest bytea NOT NULL CHECK (length(digest) = 32),
        PRIMARY KEY (wave_id, digest)
      );

      -- Answers are of a day of their wave, and are neither added nor taken once it is sealed.
      CREATE FUNCTION refuse_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (SELECT FROM pulse_wave WHERE id = coalesce(NEW.wave_id, OLD.wave_id) AND NOT sealed
          AND coalesce(NEW.on_date, OLD.on_date) BETWEEN opens_on AND closes_on)
        THEN
          RAISE EXCEPTION 'the wave takes no answers of that day' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER pulse_answer_sealed AFTER INSERT OR DELETE ON pulse_answer
        FOR EACH ROW EXECUTE FUNCTION refuse_sealed();
      CREATE TRIGGER pulse_answer_stays BEFORE UPDATE OR TRUNCATE ON pulse_answer
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      -- What was asked stays as it was once anybody could answer.
      CREATE FUNCTION refuse_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM pulse_wave WHERE id = coalesce(NEW.wave_id, OLD.wave_id) AND frozen) THEN
          RAISE EXCEPTION 'the organisations of the wave stay as they are' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER pulse_organisation_frozen AFTER INSERT OR UPDATE OR DELETE ON pulse_organisation
        FOR EACH ROW EXECUTE FUNCTION refuse_frozen();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE pulse_submission, pulse_answer, pulse_organisation, pulse_wave;
      DROP FUNCTION refuse_sealed, refuse_frozen;
    `);
  }
}
