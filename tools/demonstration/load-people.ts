import type { Client } from 'pg';
import type { DemonstrationPerson } from './types.ts';

export async function loadPeople(client: Client, people: readonly DemonstrationPerson[]): Promise<void> {
  await client.query(
    `INSERT INTO person (email, name)
     SELECT email, name FROM jsonb_to_recordset($1::jsonb) AS given (email text, name text)`,
    [JSON.stringify(people)],
  );
}

/** What they may do, once all the organisations that there are today are there. */
export async function grantRoles(client: Client, people: readonly DemonstrationPerson[]): Promise<void> {
  await client.query(
    `INSERT INTO role_grant (person_id, role, organisation_id)
     SELECT p.id, role, o.id
     FROM jsonb_to_recordset($1::jsonb) AS given (email text, role text, organisation text)
     JOIN person p USING (email) LEFT JOIN organisation o ON o.slug = given.organisation`,
    [JSON.stringify(people)],
  );
}
