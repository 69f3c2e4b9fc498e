import type { Client } from 'pg';
import type { OrganisationHistory, Ownership } from '../../libs/domain/dist/index.js';
import type { DemonstrationReorganisation } from './types.ts';

/** Those that were there from the beginning, as they were then. */
export async function loadOrganisations(
  client: Client,
  organisations: readonly OrganisationHistory[],
): Promise<void> {
  await begin(
    client,
    organisations.filter(({ existsFrom }) => existsFrom === null),
  );
}

async function begin(client: Client, organisations: readonly OrganisationHistory[]): Promise<void> {
  await client.query(
    `WITH new AS (
       SELECT gen_random_uuid() AS id, * FROM jsonb_to_recordset($1::jsonb)
         AS given (slug text, name text, abbreviation text, kind text, parent text, "existsFrom" date)
     ), all_there AS (SELECT id, slug FROM organisation UNION ALL SELECT id, slug FROM new)
     INSERT INTO organisation (id, slug, name, abbreviation, kind, parent_id, exists_from)
     SELECT new.id, new.slug, new.name, new.abbreviation, new.kind, parent.id, coalesce(new."existsFrom", '-infinity')
     FROM new LEFT JOIN all_there parent ON parent.slug = new.parent`,
    [
      JSON.stringify(
        organisations.map(({ slug, existsFrom, periods }) => ({ slug, existsFrom, ...periods[0] })),
      ),
    ],
  );
}

/** Changes organisations, and whose services are, as the plan says. */
export async function reorganise(client: Client, made: DemonstrationReorganisation): Promise<void> {
  const { plan, request, id, note, by } = made;
  const of = (...changes: readonly string[]): readonly OrganisationHistory[] =>
    plan.organisations.filter(({ change }) => changes.includes(change)).map(({ history }) => history);
  await begin(client, of('created'));
  await change(client, of('ended', 'renamed', 'moved'));
  await client.query(
    `INSERT INTO reorganisation (id, kind, on_date, note, made_by)
     SELECT $1, $2, $3, $4, id FROM person WHERE email = $5`,
    [id, request.kind, request.on, note, by],
  );
  await client.query(
    `INSERT INTO organisation_succession (predecessor_id, successor_id, reorganisation_id)
     SELECT p.id, s.id, $2 FROM jsonb_to_recordset($1::jsonb) AS given (predecessor text, successor text)
     JOIN organisation p ON p.slug = predecessor JOIN organisation s ON s.slug = successor`,
    [JSON.stringify(plan.successions), id],
  );
  await own(client, plan.services);
}

async function change(client: Client, histories: readonly OrganisationHistory[]): Promise<void> {
  const past = histories.flatMap(({ slug, periods }) =>
    periods.slice(0, -1).map((period) => ({ slug, ...period })),
  );
  const now = histories.map(({ slug, existsTo, periods }) => ({ slug, existsTo, ...periods.at(-1) }));
  await client.query(
    `INSERT INTO organisation_past (organisation_id, until_on, name, abbreviation, kind, parent_id)
     SELECT o.id, "untilOn", given.name, given.abbreviation, given.kind, parent.id
     FROM jsonb_to_recordset($1::jsonb)
       AS given (slug text, "untilOn" date, name text, abbreviation text, kind text, parent text)
     JOIN organisation o USING (slug) LEFT JOIN organisation parent ON parent.slug = given.parent
     -- What it was before an earlier change is there already.
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(past)],
  );
  await client.query(
    `UPDATE organisation o SET name = given.name, abbreviation = given.abbreviation, kind = given.kind,
       parent_id = (SELECT id FROM organisation WHERE slug = given.parent),
       exists_to = coalesce(given."existsTo", 'infinity'), version = version + 1
     FROM jsonb_to_recordset($1::jsonb)
       AS given (slug text, name text, abbreviation text, kind text, parent text, "existsTo" date)
     WHERE o.slug = given.slug`,
    [JSON.stringify(now)],
  );
}

/** Writes whose some services are; the database holds that no day is left out or given twice. */
export async function own(
  client: Client,
  services: readonly { readonly reference: string; readonly periods: readonly Ownership[] }[],
): Promise<void> {
  await client.query(
    `DELETE FROM service_ownership w USING service s WHERE s.id = w.service_id AND s.reference = ANY ($1)`,
    [services.map(({ reference }) => reference)],
  );
  await client.query(
    `INSERT INTO service_ownership (service_id, organisation_id, from_on, to_on)
     SELECT s.id, o.id, coalesce("fromOn", '-infinity'), coalesce("toOn", 'infinity')
     FROM jsonb_to_recordset($1::jsonb) AS given (reference text, organisation text, "fromOn" date, "toOn" date)
     JOIN service s USING (reference) JOIN organisation o ON o.slug = given.organisation`,
    [
      JSON.stringify(
        services.flatMap(({ reference, periods }) => periods.map((one) => ({ reference, ...one }))),
      ),
    ],
  );
}
