import { type Database, instant } from '../platform/sql.js';
import { plain } from './columns.js';
import type { KnownOrganisation } from './owners.js';
import type { KnownService } from './plan.js';
import type { BrokenRow, ReadRow } from './read-rows.js';

/** Organisations that the person may see, with what they were called before and what they became. */
export async function knownOrganisations(
  database: Database,
  scope: readonly string[] | null,
): Promise<KnownOrganisation[]> {
  return database.query(
    `SELECT o.id, o.slug, o.name, o.abbreviation, o.exists_to < 'infinity' AS ended,
       (SELECT coalesce(json_agg(json_build_object('name', p.name, 'abbreviation', p.abbreviation)), '[]')
        FROM (
          SELECT name, abbreviation FROM organisation_past WHERE organisation_id = o.id
          -- A name that was put right since stands in files that were made before.
          UNION SELECT name, abbreviation FROM organisation_as_known WHERE id = o.id
        ) p WHERE (p.name, p.abbreviation) IS DISTINCT FROM (o.name, o.abbreviation)) AS past,
       nullif(o.exists_from, '-infinity') AS "existsFrom", nullif(o.exists_to, 'infinity') AS "existsTo",
       (SELECT coalesce(json_agg(json_build_object('name', p.name, 'abbreviation', p.abbreviation,
          'untilOn', p.until_on) ORDER BY p.until_on), '[]')
        FROM organisation_past p WHERE p.organisation_id = o.id) AS dated,
       (SELECT coalesce(json_agg(json_build_object('name', k.name, 'abbreviation', k.abbreviation,
          'from', CASE WHEN isfinite(k.known_from) THEN ${instant('k.known_from')} END,
          'until', CASE WHEN isfinite(k.known_to) THEN ${instant('k.known_to')} END)), '[]')
        FROM organisation_as_known k WHERE k.id = o.id AND k.exists_to = 'infinity') AS "knownAs",
       ARRAY(SELECT x.successor_id FROM organisation_succession x WHERE x.predecessor_id = o.id) AS successors
     FROM organisation o WHERE ($1::uuid[] IS NULL OR o.id = ANY ($1)) AND o.exists_from < o.exists_to ORDER BY o.slug`,
    [scope],
  );
}

/** A name as it is compared in the database. */
const plainName = plainNameOf('s');

function plainNameOf(service: string): string {
  return `regexp_replace(lower(${service}.name), '\\s+', ' ', 'g')`;
}

/** What tells which services rows may mean: a reference, or a name where a row has none. */
function keysOf(rows: readonly (ReadRow | BrokenRow)[]): [references: string[], names: string[]] {
  return [
    rows.flatMap(({ reference }) => reference?.toLowerCase() ?? []),
    rows.flatMap(({ reference, name }) => (reference === null && name !== null ? [plain(name)] : [])),
  ];
}

/**
 * The services that rows may mean, by what they are called or were, each with today's owner and with the records
 * that count.
 * With `hold` their rows are locked, in one order, until the transaction ends.
 */
export async function knownServices(
  database: Database,
  rows: readonly ReadRow[],
  today: string,
  hold: boolean,
): Promise<KnownService[]> {
  const services: Omit<KnownService, 'records' | 'confirmations' | 'targets'>[] = await database.query(
    `WITH former AS MATERIALIZED (
       SELECT k.id, array_agg(DISTINCT ${plainNameOf('k')}) AS names FROM service_as_known k
       WHERE ${plainNameOf('k')} = ANY ($2) GROUP BY k.id
     )
     SELECT s.id, s.reference, s.name, s.audience, s.transactions_a_year AS "transactionsAYear", s.address,
       s.owner, s.description, nullif(s.opens_on, '-infinity') AS "opensOn",
       (SELECT coalesce(json_agg(json_build_object('closedOn', c.closed_on,
          'reopenedOn', nullif(c.reopened_on, 'infinity'))), '[]')
        FROM service_closure c WHERE c.service_id = s.id) AS closures,
       (SELECT min(raised_on) FROM barrier b WHERE b.service_id = s.id) AS "barredFrom",
       (SELECT min(closed_on) FROM service_closure m WHERE m.merged_into = s.id) AS "mergedFrom",
       o.id AS "organisationId", o.name AS "organisationName",
       coalesce(array_remove(f.names, ${plainName}), '{}') AS "formerNames"
     FROM service s JOIN service_ownership w ON w.service_id = s.id AND w.from_on <= $3 AND w.to_on > $3
     JOIN organisation o ON o.id = w.organisation_id
     LEFT JOIN former f ON f.id = s.id
     WHERE lower(s.reference) = ANY ($1) OR ${plainName} = ANY ($2) OR f.id IS NOT NULL
     ORDER BY s.id ${hold ? 'FOR UPDATE OF s' : ''}`,
    [...keysOf(rows), today],
  );
  const ids = services.map(({ id }) => id);
  const [records, targets] = [await recordsOf(database, ids), await targetsOf(database, ids)];
  const confirmations = await confirmationsOf(database, ids);
  return services.map((service) => {
    const dates = Map.groupBy(targets.get(service.id) ?? [], ({ stage }) => stage);
    return {
      ...service,
      records: records.get(service.id) ?? [],
      confirmations: confirmations.get(service.id) ?? [],
      targets: { live: dates.get('live') ?? [], redesigned: dates.get('redesigned') ?? [] },
    };
  });
}

async function recordsOf(database: Database, serviceIds: readonly string[]) {
  const records: (KnownService['records'][number] & { serviceId: string })[] = await database.query(
    `SELECT r.service_id AS "serviceId", r.id, r.sequence, r.stage, r.redesign_under_way AS "redesignUnderWay",
       r.front_office AS "frontOffice", r.middle_office AS "middleOffice", r.back_office AS "backOffice",
       r.effective_on AS "effectiveOn", r.note, r.evidence_url AS "evidenceUrl"
     FROM stage_record r WHERE r.service_id = ANY ($1)
       AND NOT EXISTS (SELECT FROM stage_correction x WHERE x.record_id = r.id)`,
    [serviceIds],
  );
  return Map.groupBy(records, ({ serviceId }) => serviceId);
}

async function confirmationsOf(database: Database, serviceIds: readonly string[]) {
  const confirmations: (KnownService['confirmations'][number] & { serviceId: string })[] =
    await database.query(
      `SELECT c.service_id AS "serviceId", c.id, c.confirmed_on AS "confirmedOn", p.name AS "recordedBy"
     FROM unnest($1::uuid[]) AS s (id) CROSS JOIN LATERAL standing_confirmations(s.id, NULL) c
     JOIN person p ON p.id = c.recorded_by ORDER BY c.confirmed_on, c.sequence`,
      [serviceIds],
    );
  return Map.groupBy(confirmations, ({ serviceId }) => serviceId);
}

async function targetsOf(database: Database, serviceIds: readonly string[]) {
  const targets: (KnownService['targets']['live'][number] & {
    serviceId: string;
    stage: keyof KnownService['targets'];
  })[] = await database.query(
    `SELECT service_id AS "serviceId", stage, due_on AS "dueOn", reason FROM target
     WHERE service_id = ANY ($1) ORDER BY sequence`,
    [serviceIds],
  );
  return Map.groupBy(targets, ({ serviceId }) => serviceId);
}

export interface MissingServices {
  readonly count: number;
  /** The first of them, by organisation and name. */
  readonly shown: readonly {
    readonly reference: string;
    readonly name: string;
    readonly organisation: string;
  }[];
}

/** Services of some organisations that count today and that no row of the file is about; not those that are `meant`. */
export async function missingServices(
  database: Database,
  organisations: readonly string[],
  { rows, meant }: { readonly rows: readonly (ReadRow | BrokenRow)[]; readonly meant: readonly string[] },
  today: string,
  shownAtMost: number,
): Promise<MissingServices> {
  const [answer] = await database.query(
    `WITH missing AS MATERIALIZED (
       SELECT s.reference, s.name, o.name AS organisation
       FROM service s JOIN service_ownership w ON w.service_id = s.id AND w.from_on <= $4 AND w.to_on > $4
       JOIN organisation o ON o.id = w.organisation_id
       WHERE o.id = ANY ($1) AND s.opens_on <= $4 AND lower(s.reference) <> ALL ($2) AND ${plainName} <> ALL ($3)
         AND s.id <> ALL ($6)
         AND NOT EXISTS (SELECT FROM service_closure c
           WHERE c.service_id = s.id AND c.closed_on <= $4 AND c.reopened_on > $4)
     )
     SELECT (SELECT count(*)::integer FROM missing) AS count, (
       SELECT coalesce(json_agg(first ORDER BY lower(organisation), lower(name), reference), '[]')
       FROM (SELECT * FROM missing ORDER BY lower(organisation), lower(name), reference LIMIT $5) first) AS shown`,
    [organisations, ...keysOf(rows), today, shownAtMost, meant],
  );
  return answer as MissingServices;
}
