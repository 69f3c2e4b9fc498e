import type { MigrationInterface, QueryRunner } from 'typeorm';
import { factsOfRecords, stageSpansOf } from './stage-spans-of.js';

const functions = ['organisations_on(date, timestamptz)', 'organisations_above_on(date, timestamptz)'];

/**
 * Whatever reads all services reads less: spans hold what signals go by, and workers may share what stands on the
 * organisations of a day, as a function keeps them out unless it is said to be safe.
 */
export class ReadingAll1764350000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Every span is filled in, which may take longer than a request is given.
    await runner.query('SET LOCAL statement_timeout = 0');
    await runner.query(`
      ${functions.map((one) => `ALTER FUNCTION ${one} PARALLEL SAFE;`).join(' ')}
      ALTER TABLE stage_span ADD evidenced boolean NOT NULL DEFAULT false, ADD went_back_on date, ADD said_on date;
      ALTER TABLE stage_span ALTER evidenced DROP DEFAULT;
      ${stageSpansOf({ facts: true })}
      UPDATE stage_span k SET evidenced = f.evidence_url IS NOT NULL, went_back_on = f.went_back_on, said_on = f.said_on
        FROM (${factsOfRecords}) f WHERE f.id = k.record_id;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE stage_span DROP evidenced, DROP went_back_on, DROP said_on;
      ${stageSpansOf()}
      ${functions.map((one) => `ALTER FUNCTION ${one} PARALLEL UNSAFE;`).join(' ')}
    `);
  }
}
