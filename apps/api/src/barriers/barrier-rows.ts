import type { Barrier, BarrierHistory } from '@headway/contract';
import { londonDate } from '@headway/domain';
import { type Bind, type Database, instant, membersOf, parameters } from '../platform/sql.js';
import { lockShown } from '../services/locks.js';
import { type Past, type View, openBarrier, pastOf } from '../services/matching.js';

/** Barrier `b`, the service `s` that it holds back, if it is one, and whose it is: `o`, or the service's owner. */
export function barriersFrom({ on, known, table }: Past): string {
  return `${table('barrier')} b LEFT JOIN ${table('service')} s ON s.id = b.service_id
    LEFT JOIN ${table('service_ownership')} w ON w.service_id = s.id AND w.from_on <= ${on} AND w.to_on > ${on}
    JOIN organisations_on(${on}, ${known}) o ON o.id = coalesce(b.organisation_id, w.organisation_id)
    LEFT JOIN locked_organisations() k ON k.organisation_id = o.id`;
}

const said = `b.category, b.description, b.next_action AS "nextAction", b.next_action_owner AS "nextActionOwner",
  b.raised_on AS "raisedOn", b.resolved_on AS "resolvedOn"`;

const columns = `b.id, ${said},
  CASE WHEN s.id IS NOT NULL THEN json_build_object('reference', s.reference, 'name', s.name) END AS service,
  json_build_object('id', o.id, 'slug', o.slug, 'name', o.name, 'abbreviation', o.abbreviation) AS organisation,
  ${lockShown('b.service_id')} AS lock,
  (SELECT version FROM barrier WHERE id = b.id) AS version`;

/** What holds back one service or one organisation, those still open first; by its names at that instant. */
export function barriersOf(
  database: Database,
  heldBack: { readonly column: 'service_id' | 'organisation_id'; readonly id: string },
  asKnownAt: string | undefined,
): Promise<Barrier[]> {
  const { values, bind } = parameters();
  const on = londonDate(asKnownAt ? new Date(asKnownAt) : new Date());
  const past = pastOf({ on, asKnownAt }, bind);
  return database.query(
    `SELECT ${columns} FROM ${barriersFrom(past)} WHERE b.${heldBack.column} = ${bind(heldBack.id)}
     ORDER BY b.resolved_on IS NOT NULL, b.raised_on DESC, b.id`,
    values,
  );
}

/** All that holds something back on a date, by the names of that date. */
export function openBarriers(database: Database, view: View): Promise<Barrier[]> {
  const { values, bind } = parameters();
  const past = pastOf(view, bind);
  return database.query(
    `SELECT ${columns} FROM ${barriersFrom(past)} WHERE ${openBarrier('b', past)}
     ORDER BY lower(o.name), lower(s.name) NULLS FIRST, b.raised_on, b.id`,
    values,
  );
}

/** One barrier by its uuid; null where missing or out of scope. */
export async function oneBarrier(
  database: Database,
  id: string,
  scope: readonly string[] | null,
): Promise<Barrier | null> {
  return (await seenBarriers(database, { ids: [id], heldBack: [] }, scope))[0] ?? null;
}

/** Barriers by their own uuids, or by those of what they hold back. */
export interface BarrierKeys {
  readonly ids: readonly string[];
  readonly heldBack: readonly string[];
}

/** The barriers meant that are in scope. */
export function seenBarriers(
  database: Database,
  keys: BarrierKeys,
  scope: readonly string[] | null,
): Promise<Barrier[]> {
  const { values, bind } = parameters();
  const past = pastOf({ on: londonDate(new Date()) }, bind);
  const mine = scope ? `AND o.id IN ${membersOf(bind(scope), 'uuid')}` : '';
  return database.query(
    `SELECT ${columns} FROM ${barriersFrom(past)}
     WHERE ${meant(keys, bind)} ${mine} ORDER BY b.raised_on, b.id`,
    values,
  );
}

/** Holds the rows of the barriers meant, in one order, until the transaction ends. */
export async function holdBarriers(tx: Database, keys: BarrierKeys): Promise<void> {
  const { values, bind } = parameters();
  await tx.query(`SELECT FROM barrier b WHERE ${meant(keys, bind)} ORDER BY b.id FOR UPDATE`, values);
}

function meant({ ids, heldBack }: BarrierKeys, bind: Bind): string {
  const either: string[] = [];
  if (ids.length > 0) either.push(`b.id IN ${membersOf(bind(ids), 'uuid')}`);
  if (heldBack.length > 0) {
    const those = membersOf(bind(heldBack), 'uuid');
    either.push(`b.service_id IN ${those}`, `b.organisation_id IN ${those}`);
  }
  return `(${either.join(' OR ') || 'false'})`;
}

/** How one barrier stood after each change, newest first. */
export async function historyOf(database: Database, id: string): Promise<BarrierHistory> {
  return {
    items: await database.query(
      `SELECT ${said}, ${instant('b.known_from')} AS "changedAt", p.name AS "changedBy"
       FROM barrier_as_known b JOIN person p ON p.id = b.changed_by WHERE b.id = $1 ORDER BY b.known_from DESC`,
      [id],
    ),
  };
}
