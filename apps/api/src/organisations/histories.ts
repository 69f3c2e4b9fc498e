import type { OrganisationHistory, OrganisationState } from '@headway/domain';
import type { EntityManager } from 'typeorm';
import type { Database } from '../platform/sql.js';

export interface StoredHistory extends OrganisationHistory {
  readonly id: string;
}

/** Every organisation with all that it was; but for those that began by what was withdrawn, and so never existed. */
export async function organisationHistories(tx: Database): Promise<StoredHistory[]> {
  const rows: (Omit<StoredHistory, 'periods'> & OrganisationState & { past: StoredHistory['periods'] })[] =
    await tx.query(
      `SELECT o.id, o.slug, o.name, o.abbreviation, o.kind, parent.slug AS parent,
         nullif(o.exists_from, '-infinity') AS "existsFrom", nullif(o.exists_to, 'infinity') AS "existsTo", (
           SELECT coalesce(json_agg(json_build_object('name', p.name, 'abbreviation', p.abbreviation, 'kind', p.kind,
             'parent', then_parent.slug, 'untilOn', p.until_on) ORDER BY p.until_on), '[]')
           FROM organisation_past p LEFT JOIN organisation then_parent ON then_parent.id = p.parent_id
           WHERE p.organisation_id = o.id) AS past
       FROM organisation o LEFT JOIN organisation parent ON parent.id = o.parent_id
       WHERE o.exists_from < o.exists_to ORDER BY o.slug`,
    );
  return rows.map(({ id, slug, existsFrom, existsTo, past, name, abbreviation, kind, parent }) => ({
    id,
    slug,
    existsFrom,
    existsTo,
    periods: [...past, { name, abbreviation, kind, parent, untilOn: null }],
  }));
}

/** Writes what organisations that there are become: their past, what they are now, when they begin and end. */
export async function writeHistories(
  tx: EntityManager,
  histories: readonly OrganisationHistory[],
): Promise<void> {
  const present = histories.map(({ slug, existsFrom, existsTo, periods }) => ({
    ...{ slug, existsFrom, existsTo },
    ...periods.at(-1)!,
  }));
  const past = histories.flatMap(({ slug, periods }) =>
    periods.slice(0, -1).map((period) => ({ slug, ...period })),
  );
  await tx.query(
    `WITH given AS (
       SELECT o.id, past.*, parent.id AS parent_id
       FROM jsonb_to_recordset($1::jsonb) AS past (slug text, name text, abbreviation text, kind text,
         parent text, "untilOn" date)
       JOIN organisation o USING (slug) LEFT JOIN organisation parent ON parent.slug = past.parent
     ), gone AS (
       DELETE FROM organisation_past p USING organisation o
       WHERE o.id = p.organisation_id AND o.slug = ANY ($2)
         AND NOT EXISTS (SELECT FROM given WHERE given.id = p.organisation_id AND given."untilOn" = p.until_on)
     )
     INSERT INTO organisation_past AS p (organisation_id, until_on, name, abbreviation, kind, parent_id)
     SELECT id, "untilOn", name, abbreviation, kind, parent_id FROM given
     ON CONFLICT (organisation_id, until_on) DO UPDATE
       SET name = excluded.name, abbreviation = excluded.abbreviation, kind = excluded.kind,
         parent_id = excluded.parent_id
       WHERE (p.name, p.abbreviation, p.kind, p.parent_id)
         IS DISTINCT FROM (excluded.name, excluded.abbreviation, excluded.kind, excluded.parent_id)`,
    [JSON.stringify(past), histories.map(({ slug }) => slug)],
  );
  await tx.query(
    `UPDATE organisation o SET version = o.version + 1, name = given.name, abbreviation = given.abbreviation,
       kind = given.kind, parent_id = parent.id,
       exists_from = coalesce(given."existsFrom", '-infinity'), exists_to = coalesce(given."existsTo", 'infinity')
     FROM jsonb_to_recordset($1::jsonb) AS given (slug text, name text, abbreviation text, kind text, parent text,
       "existsFrom" date, "existsTo" date) LEFT JOIN organisation parent ON parent.slug = given.parent
     WHERE o.slug = given.slug`,
    [JSON.stringify(present)],
  );
}
