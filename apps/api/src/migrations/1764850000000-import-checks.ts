import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a check of a file said that saving it would do, so that saving does that or nothing. */
export class ImportChecks1764850000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE import_check (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person,
        checked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        -- SHA-256 of the file and of how it was to be read.
        file bytea NOT NULL,
        -- By row: what it would change, as a hash, and how what it is about stood.
        rows jsonb NOT NULL
      );
      CREATE INDEX import_check_person ON import_check (person_id, checked_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE import_check');
  }
}
