import type { MigrationInterface, QueryRunner } from 'typeorm';

const range = "BETWEEN '1990-01-01' AND '2099-12-31'";

/** Tables whose rows may change, with their dates. */
const changing = {
  service: ['opens_on'],
  service_ownership: ['from_on', 'to_on'],
  service_closure: ['closed_on', 'reopened_on'],
  organisation: ['exists_from', 'exists_to'],
  barrier: ['raised_on', 'resolved_on'],
  quarter: ['due_on'],
  pulse_wave: ['opens_on', 'closes_on'],
};

/**
 * No date before 1990 or after 2099 is written, however it comes. What was written before stays: facts are never
 * changed, so their constraints are not asked of old rows; the other tables ask only of a date that is new.
 */
export class Dates1764830000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE stage_record ADD CONSTRAINT stage_record_in_range CHECK (effective_on ${range}) NOT VALID;
      ALTER TABLE target ADD CONSTRAINT target_in_range CHECK (due_on ${range}) NOT VALID;

      CREATE FUNCTION refuse_slip() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        said date;
        was date;
      BEGIN
        FOR i IN 0 .. TG_NARGS - 1 LOOP
          said := (to_jsonb(NEW) ->> TG_ARGV[i])::date;
          was := CASE WHEN TG_OP = 'UPDATE' THEN (to_jsonb(OLD) ->> TG_ARGV[i])::date END;
          IF isfinite(said) AND said NOT ${range} AND said IS DISTINCT FROM was THEN
            RAISE check_violation USING MESSAGE = format('%s of %s is %s, not from 1990 to 2099', TG_ARGV[i], TG_TABLE_NAME, said);
          END IF;
        END LOOP;
        RETURN NEW;
      END $$;
      ${Object.entries(changing)
        .map(
          ([table, columns]) => `
      CREATE TRIGGER ${table}_slip BEFORE INSERT OR UPDATE OF ${columns.join(', ')} ON ${table}
        FOR EACH ROW EXECUTE FUNCTION refuse_slip(${columns.map((column) => `'${column}'`).join(', ')});`,
        )
        .join('')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${Object.keys(changing)
        .map((table) => `DROP TRIGGER ${table}_slip ON ${table};`)
        .join(' ')}
      DROP FUNCTION refuse_slip;
      ALTER TABLE target DROP CONSTRAINT target_in_range;
      ALTER TABLE stage_record DROP CONSTRAINT stage_record_in_range;
    `);
  }
}
