import type { Ownership as ShownOwnership } from '@headway/contract';
import type { Ownership } from '@headway/domain';
import type { EntityManager } from 'typeorm';
import type { Database } from '../platform/sql.js';

/** Whose some services were when, by organisation id, oldest first. */
export async function ownershipOf(
  tx: EntityManager,
  serviceIds: readonly string[],
): Promise<Map<string, Ownership[]>> {
  const rows: (Ownership & { serviceId: string })[] = await tx.query(
    `SELECT service_id AS "serviceId", organisation_id AS organisation, nullif(from_on, '-infinity') AS "fromOn",
       nullif(to_on, 'infinity') AS "toOn"
     FROM service_ownership WHERE service_id = ANY ($1) ORDER BY from_on`,
    [serviceIds],
  );
  return Map.groupBy(rows, ({ serviceId }) => serviceId);
}

/**
 * Writes anew whose some services are, as one statement: for no moment are they nobody's. The database holds that no
 * day is left out or given twice.
 */
export async function writeOwnership(
  tx: EntityManager,
  owned: ReadonlyMap<string, readonly Ownership[]>,
): Promise<void> {
  const rows = [...owned].flatMap(([serviceId, periods]) =>
    periods.map(({ organisation, fromOn, toOn }) => ({ serviceId, organisation, fromOn, toOn })),
  );
  await tx.query(
    `WITH gone AS (DELETE FROM service_ownership WHERE service_id = ANY ($2) RETURNING service_id)
     INSERT INTO service_ownership (service_id, organisation_id, from_on, to_on)
     SELECT "serviceId", organisation, coalesce("fromOn", '-infinity'), coalesce("toOn", 'infinity')
     FROM jsonb_to_recordset($1::jsonb) AS new ("serviceId" uuid, organisation uuid, "fromOn" date, "toOn" date)
     -- Only once those are gone.
     WHERE (SELECT count(*) FROM gone) >= 0`,
    [JSON.stringify(rows), [...owned.keys()]],
  );
}

/** Who owned one service when, each organisation by the name that it had then. */
export async function shownOwnership(database: Database, serviceId: string): Promise<ShownOwnership> {
  return {
    items: await database.query(
      `WITH named AS (
         SELECT organisation_id, name, abbreviation, until_on,
           coalesce(lag(until_on) OVER (PARTITION BY organisation_id ORDER BY until_on), '-infinity') AS since_on
         FROM (
           SELECT organisation_id, name, abbreviation, until_on FROM organisation_past
           UNION ALL SELECT id, name, abbreviation, 'infinity' FROM organisation
         ) names
       )
       SELECT json_build_object('slug', o.slug, 'name', n.name, 'abbreviation', n.abbreviation) AS organisation,
         nullif(greatest(w.from_on, n.since_on), '-infinity') AS "fromOn",
         nullif(least(w.to_on, n.until_on), 'infinity') AS "toOn"
       FROM service_ownership w JOIN organisation o ON o.id = w.organisation_id
       JOIN named n ON n.organisation_id = o.id AND n.since_on < w.to_on AND n.until_on > w.from_on
       WHERE w.service_id = $1 ORDER BY greatest(w.from_on, n.since_on)`,
      [serviceId],
    ),
  };
}
