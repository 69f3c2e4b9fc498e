import type { ColumnChoice, ImportColumn, ImportMapping } from '@headway/contract';
import { can, policies } from '@headway/domain';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../platform/caller.js';
import type { Database } from '../platform/sql.js';
import { plain } from './columns.js';
import type { Remembered } from './headings.js';

/**
 * For whom a person's choices are remembered, by id: the organisations that the person's own roles to import
 * name, or null for all of government. The first is where they go unless another is chosen.
 */
export async function homesOf(database: Database, caller: Caller): Promise<(string | null)[]> {
  if (can(caller, 'importServices') && seesAll(caller)) return [null];
  const homes: { id: string }[] = await database.query(
    `SELECT DISTINCT o.id, lower(o.name) AS name FROM role_grant g JOIN organisation o ON o.id = g.organisation_id
     WHERE g.person_id = $1 AND g.role = ANY ($2) ORDER BY lower(o.name)`,
    [caller.id, policies.importServices],
  );
  return homes.map(({ id }) => id);
}

function seesAll(caller: Caller): boolean {
  const roles: readonly string[] = policies.importServices;
  return caller.grants.some(({ role, organisations }) => roles.includes(role) && organisations === 'all');
}

/** What headings were said to stand for before, by their plain text; of a person's organisations the first goes first. */
export async function rememberedColumns(database: Database, caller: Caller): Promise<Remembered> {
  const homes = await homesOf(database, caller);
  const rows: { heading: string; column: ImportColumn | null }[] = await database.query(
    `SELECT m.heading, m.column_name AS column FROM import_mapping m
     JOIN jsonb_array_elements_text($1::jsonb) WITH ORDINALITY AS home (id, place)
       ON m.organisation_id IS NOT DISTINCT FROM home.id::uuid
     ORDER BY home.place DESC`,
    [JSON.stringify(homes)],
  );
  return new Map(rows.map(({ heading, column }) => [heading, column]));
}

/** All that is remembered for some organisations, by id; null is all of government. */
export async function mappingsOf(
  database: Database,
  homes: readonly (string | null)[],
): Promise<ImportMapping[]> {
  return database.query(
    `SELECT CASE WHEN o.id IS NOT NULL THEN
         json_build_object('slug', o.slug, 'name', o.name, 'abbreviation', o.abbreviation) END AS organisation,
       json_object_agg(m.written, m.column_name ORDER BY m.written) AS columns
     FROM import_mapping m LEFT JOIN organisation o ON o.id = m.organisation_id
     JOIN jsonb_array_elements_text($1::jsonb) AS home (id) ON m.organisation_id IS NOT DISTINCT FROM home.id::uuid
     GROUP BY o.id ORDER BY lower(o.name) NULLS FIRST`,
    [JSON.stringify(homes)],
  );
}

/** What is said now goes before what was said of the same heading. */
export async function remember(
  tx: EntityManager,
  caller: Caller,
  organisationId: string | null,
  columns: ColumnChoice,
): Promise<void> {
  const rows = new Map(
    Object.entries(columns).map(([written, column]) => [plain(written), { written, column }] as const),
  );
  await tx.query(
    `INSERT INTO import_mapping (organisation_id, heading, written, column_name, set_by)
     SELECT $1, heading, written, "column", $3
     FROM jsonb_to_recordset($2::jsonb) AS new (heading text, written text, "column" text)
     ON CONFLICT (organisation_id, heading) DO UPDATE
       SET written = excluded.written, column_name = excluded.column_name, set_by = excluded.set_by`,
    [organisationId, JSON.stringify([...rows].map(([heading, row]) => ({ heading, ...row }))), caller.id],
  );
}

export async function forget(tx: EntityManager, organisationId: string | null): Promise<void> {
  await tx.query('DELETE FROM import_mapping WHERE organisation_id IS NOT DISTINCT FROM $1', [
    organisationId,
  ]);
}
