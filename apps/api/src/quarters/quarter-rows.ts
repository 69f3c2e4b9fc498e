import type { Quarter } from '@headway/contract';
import { HeadwayProblem, type Quarter as CalendarQuarter, quarterOf, returnStates } from '@headway/domain';
import type { Caller } from '../platform/caller.js';
import { type Database, instant } from '../platform/sql.js';

const counts = returnStates
  .map((state) => `'${state}', count(*) FILTER (WHERE t.state = '${state}')`)
  .join(', ');

/** Quarters that were ever opened, newest first, or the one asked for; counts are of all organisations. */
export async function storedQuarters(
  database: Database,
  caller: Pick<Caller, 'id'>,
  only: string | null,
): Promise<Quarter[]> {
  return database.query(
    `SELECT q.id, q.from_on AS "from", q.to_on AS "to", q.state, q.due_on AS "dueOn",
       ${instant('q.opened_at')} AS "openedAt", ${instant('q.closed_at')} AS "closedAt",
       closer.name AS "closedBy", q.state = 'closed' AND q.closed_by <> $2 AS "mayReopen",
       (SELECT json_build_object('expected', count(*), ${counts}) FROM quarter_return t WHERE t.quarter_id = q.id)
         AS returns,
       (SELECT coalesce(json_agg(json_build_object('revision', r.revision, 'frozenAt', ${instant('r.known_at')},
          'sha256', encode(s.sha256, 'hex'), 'reason', r.reason) ORDER BY r.revision), '[]')
        FROM quarter_revision r JOIN quarter_snapshot s USING (quarter_id, revision) WHERE r.quarter_id = q.id)
         AS revisions, q.version
     FROM quarter q LEFT JOIN person closer ON closer.id = q.closed_by
     WHERE $1::text IS NULL OR q.id = $1 ORDER BY q.from_on DESC`,
    [only, caller.id],
  );
}

/** One that nobody has opened yet. */
export function plannedQuarter({ id, from, to }: CalendarQuarter): Quarter {
  const none = Object.fromEntries(['expected', ...returnStates].map((state) => [state, 0]));
  return {
    ...{ id, from, to, state: 'planned', dueOn: null, openedAt: null, closedAt: null, closedBy: null },
    ...{ mayReopen: false, returns: none as Quarter['returns'], revisions: [], version: 0 },
  };
}

/** As it stands, planned where nobody has opened it. @throws 404 where it is no quarter. */
export async function oneQuarter(
  database: Database,
  caller: Pick<Caller, 'id'>,
  id: string,
): Promise<Quarter> {
  const quarter = quarterOf(id);
  if (!quarter) throw new HeadwayProblem('not_found');
  const [stored] = await storedQuarters(database, caller, id);
  return stored ?? plannedQuarter(quarter);
}
