import type { EntityManager } from 'typeorm';
import { plain } from './columns.js';
import type { KnownService } from './plan.js';
import type { ReadRow } from './read-rows.js';

export interface KnownOrganisation {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly abbreviation: string | null;
}

/** Organisations that the person may see, found by what a spreadsheet calls them. */
export async function knownOrganisations(
  database: Pick<EntityManager, 'query'>,
  scope: readonly string[] | null,
): Promise<KnownOrganisation[]> {
  return database.query(
    'SELECT id, slug, name, abbreviation FROM organisation WHERE $1::uuid[] IS NULL OR id = ANY ($1)',
    [scope],
  );
}

/**
 * The services that rows may mean: by reference, or by name and organisation where a row has none.
 * With `hold` their rows are locked, in one order, until the transaction ends.
 */
export async function knownServices(
  database: Pick<EntityManager, 'query'>,
  rows: readonly ReadRow[],
  hold: boolean,
): Promise<KnownService[]> {
  const references = rows.flatMap(({ reference }) => reference?.toLowerCase() ?? []);
  const names = rows.flatMap(({ reference, name }) => (reference === null ? [plain(name)] : []));
  const services: Omit<KnownService, 'records'>[] = await database.query(
    `SELECT s.id, s.reference, s.name, s.audience, s.transactions_a_year AS "transactionsAYear", s.address,
       nullif(s.opens_on, '-infinity') AS "opensOn", o.id AS "organisationId", o.name AS "organisationName"
     FROM service s JOIN service_ownership w ON w.service_id = s.id AND w.to_on = 'infinity'
     JOIN organisation o ON o.id = w.organisation_id
     WHERE lower(s.reference) = ANY ($1) OR regexp_replace(lower(s.name), '\\s+', ' ', 'g') = ANY ($2)
     ORDER BY s.id ${hold ? 'FOR UPDATE OF s' : ''}`,
    [references, names],
  );
  const records: (KnownService['records'][number] & { serviceId: string })[] = await database.query(
    `SELECT service_id AS "serviceId", sequence, stage, redesign_under_way AS "redesignUnderWay",
       front_office AS "frontOffice", middle_office AS "middleOffice", back_office AS "backOffice",
       effective_on AS "effectiveOn"
     FROM stage_record WHERE service_id = ANY ($1)`,
    [services.map(({ id }) => id)],
  );
  const byService = Map.groupBy(records, ({ serviceId }) => serviceId);
  return services.map((service) => ({ ...service, records: byService.get(service.id) ?? [] }));
}
