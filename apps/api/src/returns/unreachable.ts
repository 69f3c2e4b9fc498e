import type { UnreachableReturn } from '@headway/contract';
import { returnStates, waitsFor } from '@headway/domain';
import { type Caller, scopeParameter } from '../platform/caller.js';
import { holders } from '../platform/mail/holders.js';
import type { Database } from '../platform/sql.js';
import { authorsOf } from './hold.js';

/** For whom a return waits, by its state. */
const waits = returnStates.flatMap((state) => {
  const role = waitsFor(state);
  return role ? [{ state, role }] : [];
});

/**
 * Returns of an open quarter that wait for a role that nobody holds, so that no mail about them reaches anybody; for
 * whoever runs the quarters. Whoever worked on a return cannot sign it off.
 */
export function unreachableReturns(
  database: Database,
  caller: Caller,
  quarter: string,
): Promise<UnreachableReturn[]> {
  return database.query(
    `WITH held AS MATERIALIZED (${holders})
     SELECT o.slug, o.name, o.abbreviation, w.role AS "waitsFor"
     FROM quarter q JOIN quarter_return t ON t.quarter_id = q.id JOIN organisation o ON o.id = t.organisation_id
     JOIN jsonb_to_recordset($3::jsonb) AS w (state text, role text) ON w.state = t.state
     WHERE q.id = $1 AND q.state = 'open' AND ($2::uuid[] IS NULL OR o.id = ANY ($2))
       AND NOT EXISTS (SELECT FROM held h WHERE h.organisation_id = o.id AND h.role = w.role
         AND (w.role <> 'approver' OR h.id <> ALL (${authorsOf('t')})))
     ORDER BY lower(o.name)`,
    [quarter, scopeParameter(caller, 'runQuarters'), JSON.stringify(waits)],
  );
}
