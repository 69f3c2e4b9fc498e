import type { List, Organisation } from '@headway/contract';
import { londonDate } from '@headway/domain';
import type { EntityManager } from 'typeorm';
import { containing, membersOf, parameters } from '../platform/sql.js';

interface Wanted {
  /** Organisation ids to keep to; null for no bound. */
  readonly scope: readonly string[] | null;
  readonly slug?: string;
  readonly q?: string | undefined;
  readonly sort?: string;
  readonly page?: number;
  readonly pageSize?: number;
}

const order: Readonly<Record<string, string>> = { name: 'lower(name)', services: 'services' };

/** Organisations as the API shows them, one page of those that match. */
export async function listOrganisations(
  database: Pick<EntityManager, 'query'>,
  { scope, slug, q, sort = 'name', page = 1, pageSize = 1 }: Wanted,
): Promise<List<Organisation>> {
  const { values, bind } = parameters();
  const today = bind(londonDate(new Date()));
  const where = ['true'];
  if (scope) where.push(`o.id IN ${membersOf(bind(scope), 'uuid')}`);
  if (slug !== undefined) where.push(`o.slug = ${bind(slug)}`);
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
         '[]'::json AS predecessors, '[]'::json AS successors,
         (SELECT count(*) FROM service_ownership w JOIN service s ON s.id = w.service_id
          WHERE w.organisation_id = o.id AND w.from_on <= ${today}::date AND w.to_on > ${today}::date
            AND s.opens_on <= ${today}::date) AS services, o.version
       FROM organisation o LEFT JOIN organisation parent ON parent.id = o.parent_id
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
  database: Pick<EntityManager, 'query'>,
  slug: string,
  scope: Wanted['scope'],
): Promise<Organisation | null> {
  return (await listOrganisations(database, { slug, scope })).items[0] ?? null;
}
