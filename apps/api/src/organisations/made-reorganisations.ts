import type { List, MadeReorganisation, MadeReorganisationsQuery, Organisation } from '@headway/contract';
import type { OrganisationState, ReorganisationKind } from '@headway/domain';
import type { Database } from '../platform/sql.js';

/** What the trail keeps of a reorganisation with each organisation. */
interface Entry {
  readonly id: string;
  readonly kind: ReorganisationKind;
  readonly on: string;
  readonly note: string | null;
  readonly madeAt: string;
  readonly madeBy: string;
  readonly change: MadeReorganisation['change'];
  readonly before: OrganisationState | null;
  readonly after: OrganisationState;
  readonly services: number;
  readonly withdrawn: MadeReorganisation['withdrawn'];
  readonly canBeWithdrawn: boolean;
}

/** The reorganisations of one organisation, the latest date first, from what its trail keeps of them. */
export async function madeReorganisations(
  database: Database,
  { id, slug, name, abbreviation }: Organisation,
  { page, pageSize }: MadeReorganisationsQuery,
): Promise<List<MadeReorganisation>> {
  const entries: Entry[] = await database.query(
    `SELECT r.id, r.kind, r.on_date AS "on", r.note, r.made_at AS "madeAt", p.name AS "madeBy",
       e.detail ->> 'change' AS change, e.detail -> 'before' AS before, e.detail -> 'after' AS after,
       coalesce((e.detail ->> 'services')::integer, 0) AS services,
       CASE WHEN r.withdrawn_at IS NOT NULL THEN json_build_object('at', r.withdrawn_at, 'by', w.name,
         'reason', r.withdrawn_reason) END AS withdrawn,
       r.effect IS NOT NULL AND r.withdrawn_at IS NULL AS "canBeWithdrawn"
     FROM audit_entry e JOIN reorganisation r ON r.id = (e.detail ->> 'reorganisation')::uuid
     JOIN person p ON p.id = r.made_by LEFT JOIN person w ON w.id = r.withdrawn_by
     WHERE e.organisation_id = $1 AND e.action = 'organisation.reorganised'
     ORDER BY r.on_date DESC, r.made_at DESC`,
    [id],
  );
  const shown = entries.slice((page - 1) * pageSize, page * pageSize);
  const names = await namesOf(database, shown);
  const items = shown.map(({ before, after, ...entry }) => ({
    ...entry,
    organisation: { slug, name, abbreviation },
    before: before && { name: before.name, parent: names(before.parent) },
    after: { name: after.name, parent: names(after.parent) },
  }));
  return { items, page, pageSize, total: entries.length };
}

/** What parents are called now; one that never existed by its address alone. */
async function namesOf(database: Database, entries: readonly Entry[]) {
  const parents = entries.flatMap(({ before, after }) => [before?.parent ?? null, after.parent]);
  const rows: { slug: string; name: string; abbreviation: string | null }[] = await database.query(
    'SELECT slug, name, abbreviation FROM organisation WHERE slug = ANY ($1)',
    [parents.filter((one) => one !== null)],
  );
  const bySlug = new Map(rows.map((row) => [row.slug, row]));
  return (slug: string | null) =>
    slug === null ? null : (bySlug.get(slug) ?? { slug, name: slug, abbreviation: null });
}
