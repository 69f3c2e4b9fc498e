import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An organisation may become part of another, or independent, from a date. */
export class Moves1764900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE reorganisation DROP CONSTRAINT reorganisation_kind_check,
        ADD CONSTRAINT reorganisation_kind_check CHECK (kind IN ('rename', 'merge', 'split', 'transfer', 'move'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    // What was moved stays moved, so old rows are not asked.
    await runner.query(`
      ALTER TABLE reorganisation DROP CONSTRAINT reorganisation_kind_check,
        ADD CONSTRAINT reorganisation_kind_check CHECK (kind IN ('rename', 'merge', 'split', 'transfer')) NOT VALID;
    `);
  }
}
