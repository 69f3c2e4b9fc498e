import {
  HeadwayProblem,
  type Policy,
  type ReturnAction,
  type ReturnState,
  returnAfter,
  returnMoves,
  returnStateLabels,
} from '@headway/domain';
import type { EntityManager } from 'typeorm';
import { type Caller, mustBeAllowed, scopeParameter } from '../platform/caller.js';
import type { ExpectedVersions } from '../platform/if-match.js';
import type { Database } from '../platform/sql.js';

/** A return that is held until the transaction ends. */
export interface HeldReturn {
  readonly quarter: string;
  readonly organisationId: string;
  readonly slug: string;
  readonly name: string;
  readonly abbreviation: string | null;
  readonly state: ReturnState;
  /** Who saved or submitted any part of it since it was last signed off, by id. */
  readonly authors: readonly string[];
}

/** Who worked on a return since it was last signed off, by id. */
export const authorsOf = (held: string) => `ARRAY(SELECT a.person_id FROM quarter_return_author a
  WHERE a.quarter_id = ${held}.quarter_id AND a.organisation_id = ${held}.organisation_id)`;

/** Keeps who worked on it. */
export async function writeAuthor(
  tx: EntityManager,
  caller: Caller,
  { quarter, organisationId }: Pick<HeldReturn, 'quarter' | 'organisationId'>,
): Promise<void> {
  await tx.query(
    `INSERT INTO quarter_return_author (quarter_id, organisation_id, person_id) VALUES ($1, $2, $3)
     ON CONFLICT DO NOTHING`,
    [quarter, organisationId, caller.id],
  );
}

/**
 * Holds a quarter in which returns are worked on, so that it is not closed meanwhile; the first of all locks.
 * @throws 404 where it was never opened, 409 where it is closed.
 */
export async function holdOpenQuarter(tx: EntityManager, id: string): Promise<void> {
  const [quarter]: { state: string }[] = await tx.query('SELECT state FROM quarter WHERE id = $1 FOR SHARE', [
    id,
  ]);
  if (!quarter) throw new HeadwayProblem('not_found');
  if (quarter.state === 'closed')
    throw new HeadwayProblem(
      'wrong_state',
      'The quarter is closed. Central oversight can re-open it with a reason.',
    );
}

/**
 * Takes a return for a change: sees it, may do it, moves it from a version that was read to the next, and holds it.
 * @throws 404 missing or not visible, 403 visible but not allowed, 409 its state does not allow it, 412.
 */
export async function claimReturn(
  tx: EntityManager,
  caller: Caller,
  action: ReturnAction,
  { quarter, slug }: { quarter: string; slug: string },
  expected: ExpectedVersions,
): Promise<HeldReturn> {
  await holdOpenQuarter(tx, quarter);
  const seen = await seenReturn(tx, caller, quarter, slug);
  mustBeAllowed(caller, returnMoves[action].policy satisfies Policy, seen.organisationId);
  const [[claimed]]: [Pick<HeldReturn, 'state' | 'authors'>[]] = await tx.query(
    `UPDATE quarter_return SET version = version + 1
     WHERE quarter_id = $1 AND organisation_id = $2 AND ($3::integer[] IS NULL OR version = ANY ($3))
     RETURNING state, ${authorsOf('quarter_return')} AS authors`,
    [quarter, seen.organisationId, expected],
  );
  if (!claimed) throw new HeadwayProblem('changed_since_read');
  if (returnAfter(claimed.state, action) === null)
    throw new HeadwayProblem(
      'wrong_state',
      `The return is ${returnStateLabels[claimed.state].toLowerCase()}, so this cannot be done to it.`,
    );
  return { ...seen, ...claimed };
}

/** The return of an organisation by its slug. @throws 404 missing or not the caller's to see. */
export async function seenReturn(
  database: Database,
  caller: Caller,
  quarter: string,
  slug: string,
): Promise<Omit<HeldReturn, 'state' | 'authors'>> {
  const [seen] = await database.query(
    `SELECT t.quarter_id AS quarter, o.id AS "organisationId", o.slug, o.name, o.abbreviation
     FROM quarter_return t JOIN organisation o ON o.id = t.organisation_id
     WHERE t.quarter_id = $1 AND o.slug = $2 AND ($3::uuid[] IS NULL OR o.id = ANY ($3))`,
    [quarter, slug, scopeParameter(caller, 'readReturns')],
  );
  if (!seen) throw new HeadwayProblem('not_found');
  return seen as HeldReturn;
}
