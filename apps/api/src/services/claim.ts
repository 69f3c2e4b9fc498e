import { HeadwayProblem, type Policy, londonDate } from '@headway/domain';
import type { EntityManager } from 'typeorm';
import { type Caller, mustBeAllowed, scopeParameter } from '../platform/caller.js';
import type { ExpectedVersions } from '../platform/if-match.js';
import { parameters } from '../platform/sql.js';
import { matchingServices } from './matching.js';

export interface ClaimedService {
  readonly id: string;
  readonly reference: string;
  readonly organisationId: string;
  readonly opensOn: string | null;
  readonly version: number;
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
  const { values, bind } = parameters();
  const on = londonDate(new Date());
  const scope = scopeParameter(caller, 'readServices');
  const { from, where } = matchingServices({ filters: {}, scope, on, only: key }, bind);
  const [seen] = await tx.query(`SELECT s.id, o.id AS "organisationId" FROM ${from} WHERE ${where}`, values);
  if (!seen) throw new HeadwayProblem('not_found');
  mustBeAllowed(caller, policy, seen.organisationId);
  const [[claimed]] = await tx.query(
    `UPDATE service SET version = version + 1
     WHERE id = $1 AND ($2::integer[] IS NULL OR version = ANY ($2))
     RETURNING id, reference, version, nullif(opens_on, '-infinity') AS "opensOn"`,
    [seen.id, expected],
  );
  if (!claimed) throw new HeadwayProblem('changed_since_read');
  return { ...claimed, organisationId: seen.organisationId };
}
