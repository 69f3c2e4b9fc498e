import type { OrganisationKind } from '@headway/domain';
import type { Database } from '../platform/sql.js';
import { knownSince } from './known-since.js';
import type { Closing } from './revisions.js';

/** What an organisation was called when its return was submitted. */
export interface SignedName {
  readonly slug: string;
  readonly name: string;
  readonly abbreviation: string | null;
  readonly kind: OrganisationKind | null;
}

/** What organisations were called when their returns were submitted, and where that puts each in a list by name. */
export interface AsSigned {
  readonly names: ReadonlyMap<string, SignedName>;
  /** The place of every organisation, by slug. */
  readonly places: ReadonlyMap<string, number>;
}

/** When the return that covers an organisation was last submitted, by organisation; of those that are locked only. */
const signedOrganisations = `SELECT DISTINCT ON (a.id) a.id, last.at
  FROM quarter q CROSS JOIN LATERAL organisations_above_on(q.to_on, $2::timestamptz) a
  JOIN quarter_return t ON t.quarter_id = q.id AND t.organisation_id = a.above AND t.state IN ('submitted', 'signed_off')
  JOIN (
    SELECT quarter_id, organisation_id, max(submitted_at) AS at FROM quarter_submission
    WHERE submitted_at <= $2::timestamptz GROUP BY quarter_id, organisation_id
  ) last ON last.quarter_id = q.id AND last.organisation_id = t.organisation_id
  WHERE q.id = $1 ORDER BY a.id, last.at DESC`;

/** The same by service: whose it was on the quarter's last day. */
const signedServices = `SELECT w.service_id AS id, g.at
  FROM service_ownership_as_known w JOIN signed_organisation g ON g.id = w.organisation_id
  JOIN quarter q ON q.id = $1 AND w.from_on <= q.to_on AND w.to_on > q.to_on
  WHERE w.known_from <= $2::timestamptz AND w.known_to > $2::timestamptz`;

/** Laid out for one transaction: of what no locked return covers, all as it was known at the closing. */
const layouts: Readonly<Record<string, string>> = {
  signed_organisation: signedOrganisations,
  // What was first written down later, with its past, is as it was then.
  signed_service: `SELECT DISTINCT ON (k.id) k.* FROM service_as_known k LEFT JOIN (${signedServices}) g ON g.id = k.id
    WHERE k.known_from <= $2::timestamptz AND k.known_to > coalesce(g.at, $2::timestamptz)
    ORDER BY k.id, k.known_from`,
  // One that was handed on to another organisation since is where it was.
  signed_barrier: `SELECT DISTINCT ON (k.id) k.* FROM barrier_as_known k
    LEFT JOIN (${signedServices}) g ON g.id = k.service_id LEFT JOIN signed_organisation o ON o.id = k.organisation_id
    WHERE k.known_from <= coalesce(g.at, o.at, $2::timestamptz) AND k.known_to > coalesce(g.at, o.at, $2::timestamptz)
    ORDER BY k.id, k.known_from`,
  signed_target: `SELECT t.* FROM target t LEFT JOIN (${signedServices}) g ON g.id = t.service_id
    WHERE t.set_at <= coalesce(g.at, $2::timestamptz)`,
};

const columns: Readonly<Record<string, string>> = {
  signed_organisation: 'id',
  signed_service: 'id',
  signed_barrier: 'service_id',
  signed_target: 'service_id, stage, sequence',
};

/**
 * Lays out services, barriers and targets as they were when the return that covers them was last submitted, for views
 * that are `asSigned` until the transaction ends (`lockRules` says of which facts). Answers with what organisations
 * were called then; null where nothing was written down since, so that all is as it is known.
 */
export async function layOutAsSigned(tx: Database, { quarter, frozenAt }: Closing): Promise<AsSigned | null> {
  const values = [quarter, frozenAt];
  const [{ first }] = await tx.query(
    `SELECT to_json(min(at)) #>> '{}' AS first FROM (${signedOrganisations}) signed`,
    values,
  );
  if (first === null || !(await knownSince(tx, first as string))) return null;
  for (const [table, rows] of Object.entries(layouts)) {
    await tx.query(`CREATE TEMP TABLE ${table} ON COMMIT DROP AS ${rows}`, values);
    await tx.query(`CREATE INDEX ON ${table} (${columns[table]}); ANALYZE ${table}`);
  }
  const names: SignedName[] = await tx.query(
    `SELECT o.slug, o.name, o.abbreviation, o.kind
     FROM (SELECT at, array_agg(id) AS ids FROM signed_organisation GROUP BY at) g
     JOIN quarter q ON q.id = $1
     CROSS JOIN LATERAL organisations_on(q.to_on, g.at) o WHERE o.id = ANY (g.ids)`,
    [quarter],
  );
  const places: { slug: string }[] = await tx.query(
    `SELECT o.slug FROM quarter q CROSS JOIN LATERAL organisations_on(q.to_on, $2::timestamptz) o
     LEFT JOIN jsonb_to_recordset($3::jsonb) AS given (slug text, name text) ON given.slug = o.slug
     WHERE q.id = $1 ORDER BY lower(coalesce(given.name, o.name)), o.slug`,
    [quarter, frozenAt, JSON.stringify(names)],
  );
  return {
    names: new Map(names.map((one) => [one.slug, one])),
    places: new Map(places.map(({ slug }, place) => [slug, place])),
  };
}

/** What the same organisations were called on other days, as that was known when their returns were submitted. */
export async function namesOnAsSigned(
  tx: Database,
  days: readonly string[],
): Promise<(slug: string, day: string) => string | undefined> {
  const rows: { slug: string; day: string; name: string }[] = await tx.query(
    `SELECT o.slug, d.day, o.name FROM unnest($1::text[]) AS d (day)
     CROSS JOIN (SELECT at, array_agg(id) AS ids FROM signed_organisation GROUP BY at) g
     CROSS JOIN LATERAL organisations_on(d.day::date, g.at) o WHERE o.id = ANY (g.ids)`,
    [days],
  );
  const names = new Map(rows.map(({ slug, day, name }) => [`${day} ${slug}`, name]));
  return (slug, day) => names.get(`${day} ${slug}`);
}
