import type { Client } from 'pg';
import { demonstration } from './demonstration.ts';

/** Loads the demonstration into a database that holds nothing yet; one transaction. Says whether it did. */
export async function loadDemonstration(client: Client, today: string): Promise<boolean> {
  const { rows } = await client.query('SELECT FROM organisation UNION ALL SELECT FROM person LIMIT 1');
  if (rows.length > 0) return false;
  const { organisations, people, services } = demonstration(today);
  const records = services.flatMap(({ reference, records: said }) =>
    said.map((record) => ({ reference, ...record })),
  );
  await client.query('BEGIN');
  await client.query(
    `WITH new AS (
       SELECT gen_random_uuid() AS id, * FROM jsonb_to_recordset($1::jsonb)
         AS given (slug text, name text, abbreviation text, kind text, parent text)
     ) INSERT INTO organisation (id, slug, name, abbreviation, kind, parent_id)
       SELECT new.id, new.slug, new.name, new.abbreviation, new.kind, parent.id
       FROM new LEFT JOIN new parent ON parent.slug = new.parent`,
    [JSON.stringify(organisations)],
  );
  await client.query(
    `WITH given AS (
       SELECT gen_random_uuid() AS id, * FROM jsonb_to_recordset($1::jsonb)
         AS given (email text, name text, role text, organisation text)
     ), people AS (INSERT INTO person (id, email, name) SELECT id, email, name FROM given)
     INSERT INTO role_grant (person_id, role, organisation_id)
     SELECT given.id, role, organisation.id FROM given LEFT JOIN organisation ON slug = organisation`,
    [JSON.stringify(people)],
  );
  await client.query(
    `WITH given AS (
       SELECT gen_random_uuid() AS id, * FROM jsonb_to_recordset($1::jsonb)
         AS given (reference text, name text, organisation text, audience audience, description text, address text,
           "transactionsAYear" bigint, owner text, "opensOn" date)
     ), new AS (
       INSERT INTO service (id, reference, name, audience, description, address, transactions_a_year, owner, opens_on)
       SELECT id, reference, name, audience, description, address, "transactionsAYear", owner,
         coalesce("opensOn", '-infinity') FROM given
     ) INSERT INTO service_ownership (service_id, organisation_id)
       SELECT given.id, organisation.id FROM given JOIN organisation ON slug = organisation`,
    [JSON.stringify(services)],
  );
  // Whoever leads the service's organisation, or the one above it, wrote its records; else oversight did.
  await client.query(
    `WITH given AS (
       SELECT * FROM jsonb_to_recordset($1::jsonb)
         AS given (reference text, stage stage, "redesignUnderWay" boolean, "frontOffice" stage, "middleOffice" stage,
           "backOffice" stage, "effectiveOn" date, "recordedAt" timestamptz, note text, "evidenceUrl" text)
     ), writer AS (
       SELECT s.reference, s.id AS service_id, coalesce(own.person_id, above.person_id, oversight.person_id) AS id
       FROM service s JOIN service_ownership w ON w.service_id = s.id JOIN organisation o ON o.id = w.organisation_id
       LEFT JOIN role_grant own ON own.role = 'digital_lead' AND own.organisation_id = o.id
       LEFT JOIN role_grant above ON above.role = 'digital_lead' AND above.organisation_id = o.parent_id
       JOIN role_grant oversight ON oversight.role = 'oversight'
     )
     INSERT INTO stage_record (service_id, recorded_by, stage, redesign_under_way, front_office, middle_office,
       back_office, effective_on, recorded_at, note, evidence_url)
     SELECT service_id, writer.id, stage, "redesignUnderWay", "frontOffice", "middleOffice", "backOffice",
       "effectiveOn", "recordedAt", note, "evidenceUrl"
     FROM given JOIN writer USING (reference) ORDER BY "recordedAt", reference, "effectiveOn"`,
    [JSON.stringify(records)],
  );
  await client.query('COMMIT');
  await client.query('ANALYZE');
  return true;
}
