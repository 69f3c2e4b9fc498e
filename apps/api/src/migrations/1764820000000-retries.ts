import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A kept answer comes again to the letter, and only to whoever may still have it: it says what it is about. */
export class Retries1764820000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE idempotent_answer
        ALTER COLUMN answer TYPE json USING answer::json,
        -- For each organisation's id what of it the answer is about: services by reference, returns by slug.
        ADD COLUMN concerns jsonb NOT NULL DEFAULT '{}';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE idempotent_answer
        ALTER COLUMN answer TYPE jsonb USING answer::jsonb,
        DROP COLUMN concerns;
    `);
  }
}
