import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether the open return of a quarter asks for a change of a service, or of the return as a whole. */
const askedIn = (
  also: string,
) => `CREATE OR REPLACE FUNCTION asked_in(of_quarter text, service uuid) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM quarter q
    JOIN quarter_return t ON t.quarter_id = q.id AND t.state = 'changes_requested'
    JOIN quarter_message m ON m.quarter_id = q.id AND m.organisation_id = t.organisation_id
      AND m.kind = 'changes_requested' AND (m.service_id = service OR m.service_id IS NULL ${also})
    JOIN service_ownership w ON w.service_id = service
      AND w.from_on <= quarter_day(q.to_on) AND w.to_on > quarter_day(q.to_on)
    WHERE q.id = of_quarter AND q.state = 'open'
      AND t.organisation_id IN (SELECT a.above FROM organisations_above_on(quarter_day(q.to_on), NULL) a
        WHERE a.id = w.organisation_id)
      AND NOT EXISTS (SELECT FROM quarter_submission l WHERE l.quarter_id = q.id
        AND l.organisation_id = t.organisation_id AND l.submitted_at > m.at))
$$;`;

/** What Headway itself says of a return that it sends back asks for no change of the services that it does not name. */
export class AskedByPeople1764910200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE quarter_message ADD COLUMN by_headway boolean NOT NULL DEFAULT false;
      ${askedIn('AND NOT m.by_headway')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${askedIn('')}
      ALTER TABLE quarter_message DROP COLUMN by_headway;
    `);
  }
}
