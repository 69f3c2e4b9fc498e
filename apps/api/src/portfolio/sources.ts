import type { PortfolioFilters } from '@headway/contract';
import { type Bind, membersOf } from '../platform/sql.js';
import { type Past, type View, matchingServices, pastOf } from '../services/matching.js';
import { summed, tallied, tallyColumns } from './tallies.js';

/** What is counted: for whom, on which days (earliest first), as it was known when, and by whose boundaries. */
export interface Counted {
  readonly filters: PortfolioFilters;
  /** Organisation ids to keep to; null for no bound. */
  readonly scope: readonly string[] | null;
  readonly days: readonly View['on'][];
  readonly boundaries: View['boundaries'];
  readonly asKnownAt: View['asKnownAt'];
}

/** What each day looks back to, by the number of the day. */
export type Pasts = readonly Past[];

/**
 * Parts of a statement that end in `counted`: tallies by day `n`, organisation and audience, to be summed. The flow
 * holds what is known now, by the owners of the day, of everything; whatever else is asked for is counted from the
 * services themselves. It stands after `day` and `above` of `organisationsOn`.
 */
export function countedOn(counted: Counted, bind: Bind): { parts: string; pasts: Pasts } {
  const { filters, scope, boundaries, asKnownAt } = counted;
  const views = counted.days.map((on) => ({ on, boundaries, asKnownAt }));
  if (scope === null && !asKnownAt && boundaries !== 'today') {
    return { pasts: views.map((view) => pastOf(view, bind)), parts: fromFlow(views.length, filters, bind) };
  }
  const found = views.map((view) => matchingServices({ filters, scope, view }, bind));
  const each = found.map(
    ({ from, where }, n) =>
      `SELECT ${n} AS n, w.organisation_id, s.audience, ${tallied('r')} FROM ${from} WHERE ${where} GROUP BY 2, 3`,
  );
  return {
    parts: `counted AS MATERIALIZED (${each.join(' UNION ALL ')})`,
    pasts: found.map(({ past }) => past),
  };
}

/** All quarters up to that of each day, less what comes later in it: two index ranges, both empty at its end. */
function fromFlow(days: number, filters: PortfolioFilters, bind: Bind): string {
  const later = (day: string, sign: number) =>
    `SELECT r.*, ${sign} AS sign FROM stage_span r WHERE r.${day} > day.date
       AND r.${day} < (date_trunc('quarter', day.date::timestamp) + interval '3 months')::date`;
  const where: string[] = [];
  if (filters.audience) where.push(`audience = ${bind(filters.audience)}::audience`);
  if (filters.organisation) where.push(isUnder('n, organisation_id', filters.organisation, bind));
  return `counted AS MATERIALIZED (
      SELECT * FROM (
        SELECT * FROM (${days > 1 ? soFarOnEach : soFar}) whole
        UNION ALL
        SELECT n, r.organisation_id, r.audience, ${tallied('r', 'r.sign')}
        FROM day CROSS JOIN LATERAL (${later('from_on', -1)} UNION ALL ${later('to_on', 1)}) r GROUP BY 1, 2, 3
      ) flow ${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''}
    )`;
}

/** Added up where it is read: what goes on from there is a row for each organisation and audience, not for each quarter. */
const soFar = `SELECT n, so_far.* FROM day CROSS JOIN LATERAL (
    SELECT organisation_id, audience, ${summed} FROM stage_flow WHERE quarter <= date GROUP BY 1, 2) so_far`;

/** The same for many days: each row of the flow is read once, for the first day that has it, and carried on from there. */
const soFarOnEach = `SELECT n, organisation_id, audience,
    ${tallyColumns.map((column) => `(sum(${column}) OVER up_to)::integer AS ${column}`).join(', ')}
  FROM (SELECT DISTINCT organisation_id, audience FROM stage_flow) line CROSS JOIN day LEFT JOIN (
    SELECT width_bucket(quarter - 1, (SELECT array_agg(date ORDER BY n) FROM day)) AS n, organisation_id, audience, ${summed}
    FROM stage_flow GROUP BY 1, 2, 3
  ) came USING (n, organisation_id, audience)
  WINDOW up_to AS (PARTITION BY organisation_id, audience ORDER BY n)`;

/** Whether an organisation on a day is one of these or below it, by `above`. */
export function isUnder(row: string, slugs: readonly string[], bind: Bind): string {
  return `(${row}) IN (SELECT a.n, a.id FROM above a JOIN organisation top ON top.id = a.above
    WHERE top.slug IN ${membersOf(bind(slugs), 'text')})`;
}
