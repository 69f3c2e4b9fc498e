import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Any part of a word finds a service without reading all of them; the extension is one that any owner may add. */
export class Search1764300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE EXTENSION IF NOT EXISTS pg_trgm;
      CREATE INDEX service_words ON service
        USING gin (name gin_trgm_ops, reference gin_trgm_ops, description gin_trgm_ops);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX service_words; DROP EXTENSION pg_trgm');
  }
}
