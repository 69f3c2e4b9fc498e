import { type Closure, HeadwayProblem, type Policy, londonDate } from '@headway/domain';
import type { EntityManager } from 'typeorm';
import { type Caller, mustBeAllowed, scopeParameter } from '../platform/caller.js';
import type { ExpectedVersions } from '../platform/if-match.js';
import { parameters } from '../platform/sql.js';
import { matchingServices } from './matching.js';

export interface SeenService {
  readonly id: string;
  readonly reference: string;
  readonly organisationId: string;
}

export interface ClaimedService extends SeenService {
  readonly opensOn: string | null;
  readonly closures: readonly Closure[];
  readonly version: number;
}

/** Those of the services named, by uuid or reference, that the caller may see, with today's owner of each. */
export function seenServices(
  tx: EntityManager,
  caller: Caller,
  keys: readonly string[],
): Promise<SeenService[]> {
  const { values, bind } = parameters();
  const view = { on: londonDate(new Date()) };
  const scope = scopeParameter(caller, 'readServices');
  const { from, where } = matchingServices({ filters: {}, scope, view, only: keys }, bind);
  return tx.query(`SELECT s.id, s.reference, o.id AS "organisationId" FROM ${from} WHERE ${where}`, values);
}

/**
 * Takes a service for a change: sees it, may do it, and moves it from a version that was read to the
 * next in one statement, which also holds its row until the transaction ends.
 * @throws 404 missing or not visible, 403 visible but not allowed, 412 changed since it was read.
 */
export async function claimService(
  tx: EntityManager,
  caller: Caller,
  policy: Policy,
  key: string,
  expected: ExpectedVersions,
): Promise<ClaimedService> {
  const [seen] = await seenServices(tx, caller, [key]);
  if (!seen) throw new HeadwayProblem('not_found');
  mustBeAllowed(caller, policy, seen.organisationId);
  await holdReturns(tx, [seen]);
  const [[claimed]] = await tx.query(
    `UPDATE service SET version = version + 1
     WHERE id = $1 AND ($2::integer[] IS NULL OR version = ANY ($2)) RETURNING id`,
    [seen.id, expected],
  );
  if (!claimed) throw new HeadwayProblem('changed_since_read');
  return (await claimedServices(tx, [seen]))[0]!;
}

/** Returns are held before services, in every change that holds both, so that two never wait for each other. */
export async function holdReturns(
  tx: EntityManager,
  services: readonly Pick<SeenService, 'organisationId'>[],
): Promise<void> {
  await tx.query('SELECT FROM held_returns($1)', [services.map(({ organisationId }) => organisationId)]);
}

/** What a change of services that are held needs to know, read after they were. */
export async function claimedServices(
  tx: EntityManager,
  services: readonly SeenService[],
): Promise<ClaimedService[]> {
  const rows: Pick<ClaimedService, 'id' | 'opensOn' | 'closures' | 'version'>[] = await tx.query(
    `SELECT s.id, s.version, nullif(s.opens_on, '-infinity') AS "opensOn", (
       SELECT coalesce(json_agg(json_build_object('closedOn', c.closed_on,
         'reopenedOn', nullif(c.reopened_on, 'infinity')) ORDER BY c.closed_on), '[]')
       FROM service_closure c WHERE c.service_id = s.id) AS closures
     FROM service s WHERE s.id = ANY ($1)`,
    [services.map(({ id }) => id)],
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return services.map((service) => ({ ...service, ...byId.get(service.id)! }));
}
