import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What Headway wrote to people about returns, and whether it went out. */
export class Mail1764600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE mail (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        sequence bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
        kind text NOT NULL CHECK (kind IN ('quarter_opened', 'due_soon', 'due_today', 'overdue', 'reminder',
          'submitted', 'changes_requested', 'signed_off')),
        quarter_id text NOT NULL REFERENCES quarter,
        organisation_id uuid NOT NULL REFERENCES organisation,
        person_id uuid NOT NULL REFERENCES person,
        -- What tells one of a kind from the next: the day of a reminder, the version of the return.
        occasion text NOT NULL,
        address text NOT NULL,
        subject text NOT NULL CHECK (subject <> ''),
        body text NOT NULL CHECK (body <> ''),
        made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        made_on date NOT NULL,
        state text NOT NULL CHECK (state IN ('outbox', 'waiting', 'sent', 'failed')),
        sent_at timestamptz,
        notify_id uuid,
        failure text,
        attempts integer NOT NULL DEFAULT 0,
        CONSTRAINT mail_once UNIQUE (kind, quarter_id, organisation_id, person_id, occasion),
        CHECK ((state = 'sent') = (sent_at IS NOT NULL)),
        CHECK ((state = 'sent') = (notify_id IS NOT NULL)),
        CHECK (state <> 'sent' OR failure IS NULL),
        CHECK (state <> 'failed' OR failure IS NOT NULL)
      );
      -- Nobody is reminded of a return twice a day, by itself or by hand.
      CREATE UNIQUE INDEX mail_reminder_a_day ON mail (quarter_id, organisation_id, person_id, made_on)
        WHERE kind IN ('quarter_opened', 'due_soon', 'due_today', 'overdue', 'reminder');
      CREATE INDEX mail_waiting ON mail (sequence) WHERE state = 'waiting';
    `);
  }

  /** With the jobs that send it, whose schema pg-boss made. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE mail; DROP SCHEMA IF EXISTS pgboss CASCADE');
  }
}
