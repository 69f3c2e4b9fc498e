import type { List, Organisation } from '@headway/contract';
import { londonDate } from '@headway/domain';
import { type Database, containing, membersOf, parameters } from '../platform/sql.js';
import { lockShown } from '../services/locks.js';

interface Wanted {
  /** Organisation ids to keep to; null for no bound. */
  readonly scope: readonly string[] | null;
  readonly slug?: string;
  readonly q?: string | undefined;
  /** Those that have ended, or those that have not; all where it is not said. */
  readonly ended?: boolean;
  readonly sort?: string;
  readonly page?: number;
  readonly pageSize?: number;
}

const order: Readonly<Record<string, string>> = { name: 'lower(name)', services: 'services' };

/** The others of its successions, oldest first; by the name that each had at the time. */
function successions(own: string, other: string): string {
  return `(SELECT coalesce(json_agg(json_build_object('slug', other.slug, 'name', other.name,
      'abbreviation', other.abbreviation, 'on', r.on_date) ORDER BY r.on_date, lower(other.name)), '[]')
    FROM organisation_succession x JOIN reorganisation r ON r.id = x.reorganisation_id
    CROSS JOIN LATERAL organisations_on(r.on_date, NULL) other
    WHERE x.${own} = o.id AND other.id = x.${other})`;
}

/** Periods that a name ended with, and not only what it was part of. */
const formerNames = `(SELECT coalesce(json_agg(json_build_object('name', p.name, 'abbreviation', p.abbreviation,
    'untilOn', p.until_on) ORDER BY p.until_on), '[]')
  FROM (
    SELECT name, abbreviation, until_on, lead(name, 1, o.name) OVER w AS next_name,
      lead(abbreviation, 1, o.abbreviation) OVER w AS next_abbreviation
    FROM organisation_past WHERE organisation_id = o.id WINDOW w AS (ORDER BY until_on)
  ) p WHERE (p.name, p.abbreviation) IS DISTINCT FROM (p.next_name, p.next_abbreviation))`;

/** Periods that end with it becoming part of another, or of none; each parent by the name that it had at their end. */
const formerParents = `(SELECT coalesce(json_agg(json_build_object('untilOn', p.until_on,
    'parent', CASE WHEN then_parent.id IS NOT NULL THEN json_build_object('slug', then_parent.slug,
      'name', then_parent.name, 'abbreviation', then_parent.abbreviation) END) ORDER BY p.until_on), '[]')
  FROM (
    SELECT parent_id, until_on, lead(parent_id, 1, o.parent_id) OVER (ORDER BY until_on) AS next_parent
    FROM organisation_past WHERE organisation_id = o.id
  ) p LEFT JOIN LATERAL organisations_on(p.until_on - 1, NULL) then_parent ON then_parent.id = p.parent_id
  WHERE p.parent_id IS DISTINCT FROM p.next_parent)`;

/** Organisations as the API shows them, one page of those that match. */
export async function listOrganisations(
  database: Database,
  { scope, slug, q, ended, sort = 'name', page = 1, pageSize = 1 }: Wanted,
): Promise<List<Organisation>> {
  const { values, bind } = parameters();
  const today = bind(londonDate(new Date()));
  // One that began by what was withdrawn never existed.
  const where = ['o.exists_from < o.exists_to'];
  if (scope) where.push(`o.id IN ${membersOf(bind(scope), 'uuid')}`);
  if (slug !== undefined) where.push(`o.slug = ${bind(slug)}`);
  if (ended !== undefined) where.push(`o.exists_to ${ended ? '<=' : '>'} ${today}::date`);
  if (q?.trim()) {
    const pattern = bind(containing(q.trim()));
    where.push(`(o.name ILIKE ${pattern} OR o.abbreviation ILIKE ${pattern})`);
  }
  const by = `${order[sort.replace('-', '')]} ${sort.startsWith('-') ? 'DESC' : 'ASC'}, lower(name)`;
  const rows: { total: number; item: Organisation | null }[] = await database.query(
    `WITH matched AS MATERIALIZED (
       SELECT o.id, o.slug, o.name, o.abbreviation, o.kind,
         CASE WHEN parent.id IS NOT NULL THEN json_build_object('slug', parent.slug, 'name', parent.name,
           'abbreviation', parent.abbreviation) END AS parent,
         nullif(o.exists_from, '-infinity') AS "existsFrom", nullif(o.exists_to, 'infinity') AS "existsTo",
         ${successions('successor_id', 'predecessor_id')} AS predecessors,
         ${successions('predecessor_id', 'successor_id')} AS successors, ${formerNames} AS "formerNames",
         ${formerParents} AS "formerParents",
         (SELECT count(*) FROM service_ownership w JOIN service s ON s.id = w.service_id
          WHERE w.organisation_id = o.id AND w.from_on <= ${today}::date AND w.to_on > ${today}::date
            AND s.opens_on <= ${today}::date AND NOT EXISTS (SELECT FROM service_closure c
              WHERE c.service_id = s.id AND c.closed_on <= ${today}::date AND c.reopened_on > ${today}::date)
         ) AS services, ${lockShown(null)} AS lock, o.version
       FROM organisation o LEFT JOIN organisation parent ON parent.id = o.parent_id
       LEFT JOIN locked_organisations() k ON k.organisation_id = o.id
       WHERE ${where.join(' AND ')}
     ), shown AS (SELECT * FROM matched ORDER BY ${by} LIMIT ${bind(pageSize)} OFFSET ${bind((page - 1) * pageSize)})
     SELECT (SELECT count(*) FROM matched) AS total, to_json(shown) AS item
     FROM (VALUES (1)) AS one LEFT JOIN shown ON true ORDER BY ${by}`,
    values,
  );
  return { items: rows.flatMap(({ item }) => item ?? []), page, pageSize, total: rows[0]?.total ?? 0 };
}

/** One organisation by its slug; null where missing or out of scope. */
export async function oneOrganisation(
  database: Database,
  slug: string,
  scope: Wanted['scope'],
): Promise<Organisation | null> {
  return (await listOrganisations(database, { slug, scope })).items[0] ?? null;
}
