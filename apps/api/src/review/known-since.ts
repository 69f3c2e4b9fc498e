import type { Database } from '../platform/sql.js';

/** Tables of which every state is kept, and when something was written down in those that only grow. */
export const keptAsKnown = [
  'organisation',
  'organisation_past',
  'service',
  'service_ownership',
  'service_closure',
  'barrier',
] as const;
const growing = {
  stage_record: 'recorded_at',
  stage_correction: 'corrected_at',
  stage_confirmation: 'recorded_at',
  stage_confirmation_withdrawal: 'withdrawn_at',
  target: 'set_at',
  signal_threshold: 'set_at',
} as const;

const written = [
  ...keptAsKnown.map(
    (table) => `EXISTS (SELECT FROM ${table}_as_known
      WHERE known_from > $1::timestamptz OR known_to > $1::timestamptz AND known_to < 'infinity')`,
  ),
  ...Object.entries(growing).map(
    ([table, at]) => `EXISTS (SELECT FROM ${table} WHERE ${at} > $1::timestamptz)`,
  ),
].join(' OR ');

/**
 * Whether anything that a view looks back on has been written down since an instant. Where nothing has, what is known
 * now is what was known then, and is read several times as fast: a snapshot is made just after its quarter is closed.
 */
export async function knownSince(database: Database, instant: string): Promise<boolean> {
  const [{ since }] = (await database.query(`SELECT ${written} AS since`, [instant])) as [{ since: boolean }];
  return since;
}
