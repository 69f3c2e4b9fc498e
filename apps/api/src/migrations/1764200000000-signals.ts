import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a signal holds, as oversight has set it; every value stays, with who set it when and why. */
export class Signals1764200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE signal_threshold (
        signal text NOT NULL CHECK (signal IN ('stalled', 'went_backwards', 'slipped', 'no_data')),
        -- Version 1 is what it is where nobody has set it.
        version integer NOT NULL CHECK (version > 1),
        value integer NOT NULL CHECK (value > 0),
        reason text NOT NULL CHECK (reason <> ''),
        set_at timestamptz NOT NULL DEFAULT known_now(),
        set_by uuid NOT NULL REFERENCES person,
        PRIMARY KEY (signal, version)
      );
      CREATE TRIGGER signal_threshold_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON signal_threshold
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE signal_threshold');
  }
}
