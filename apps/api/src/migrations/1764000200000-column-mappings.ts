import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the headings of an organisation's own spreadsheets stand for, so that nobody is asked twice. */
export class ColumnMappings1764000200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE import_mapping (
        -- Nothing is all of government.
        organisation_id uuid REFERENCES organisation,
        heading text NOT NULL,
        written text NOT NULL,
        -- Nothing where the heading is to be left out.
        column_name text CHECK (column_name <> ''),
        set_by uuid NOT NULL REFERENCES person,
        UNIQUE NULLS NOT DISTINCT (organisation_id, heading)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE import_mapping');
  }
}
