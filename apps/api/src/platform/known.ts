import { setTimeout as wait } from 'node:timers/promises';
import { HeadwayProblem } from '@headway/domain';
import { type Database, instant } from './sql.js';

const longest = 2_000;

/**
 * Makes sure that what was known at an instant is known for good. Whoever is still writing may have taken
 * a stamp before it (see `known_now`), so the answer waits until they are through.
 * @throws 400 where the instant is still to come, 503 where somebody has been writing since before it for long.
 */
export async function mustBeKnown(database: Database, asKnownAt: string | undefined): Promise<void> {
  if (asKnownAt === undefined) return;
  for (const started = Date.now(); ; await wait(20)) {
    const [{ to_come, writing }] = await database.query(
      `SELECT $1::timestamptz >= date_trunc('milliseconds', clock_timestamp()) AS to_come, EXISTS (
         SELECT FROM pg_stat_activity WHERE datname = current_database() AND backend_xid IS NOT NULL
           AND pid <> pg_backend_pid() AND xact_start <= $1::timestamptz + interval '1 millisecond') AS writing`,
      [asKnownAt],
    );
    if (to_come)
      throw new HeadwayProblem('invalid_request', undefined, [
        { pointer: '/asKnownAt', code: 'in_the_future', message: 'asKnownAt must be in the past' },
      ]);
    if (!writing) return;
    if (Date.now() - started > longest)
      throw new HeadwayProblem('unavailable', 'A long change is being written. Ask again.', undefined, {
        'Retry-After': '5',
      });
  }
}

/**
 * The last instant that whatever is read from now on is sure to hold all of: before anybody who is still writing
 * began, as their stamp (see `known_now`) comes after that, though it may come before now.
 */
export async function knownUntil(database: Database): Promise<string> {
  const [{ until }] = await database.query(
    `SELECT ${instant(`(least(clock_timestamp(), min(xact_start)) - interval '1 millisecond')`)} AS until
     FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend'
       AND backend_xid IS NOT NULL AND pid <> pg_backend_pid()`,
  );
  return until as string;
}
