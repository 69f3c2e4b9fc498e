import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A reorganisation may be withdrawn with a reason while nothing later rests on it. */
export class Withdrawals1764900200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- All that it changed, as it was before and after: nothing of those made before this was kept.
      ALTER TABLE reorganisation ADD COLUMN effect jsonb,
        ADD COLUMN withdrawn_at timestamptz,
        ADD COLUMN withdrawn_by uuid REFERENCES person,
        ADD COLUMN withdrawn_reason text CHECK (withdrawn_reason <> ''),
        ADD CONSTRAINT reorganisation_withdrawn
          CHECK (num_nonnulls(withdrawn_at, withdrawn_by, withdrawn_reason) IN (0, 3));

      -- One that began by a reorganisation that was withdrawn never existed: it ends on the day it begins. Its row
      -- stays, since the trail tells of it.
      DO $$
      DECLARE
        existence text := (SELECT conname FROM pg_constraint WHERE conrelid = 'organisation'::regclass
          AND contype = 'c' AND pg_get_constraintdef(oid) LIKE '%exists_from < exists_to%');
      BEGIN
        EXECUTE format('ALTER TABLE organisation DROP CONSTRAINT %I', existence);
      END $$;
      ALTER TABLE organisation ADD CONSTRAINT organisation_existence CHECK (exists_from <= exists_to);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organisation DROP CONSTRAINT organisation_existence,
        ADD CONSTRAINT organisation_existence CHECK (exists_from < exists_to) NOT VALID;
      ALTER TABLE reorganisation DROP CONSTRAINT reorganisation_withdrawn, DROP COLUMN effect, DROP COLUMN withdrawn_at,
        DROP COLUMN withdrawn_by, DROP COLUMN withdrawn_reason;
    `);
  }
}
