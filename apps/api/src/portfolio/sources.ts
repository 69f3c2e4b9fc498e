import type { PortfolioFilters } from '@headway/contract';
import { type Bind, membersOf } from '../platform/sql.js';
import { type Past, type View, matchingServices, pastOf } from '../services/matching.js';
import { summed, tallied, tallyColumns } from './tallies.js';

/** What is counted: for whom, on which day, as it was known when, and by whose boundaries. */
export interface Counted {
  readonly filters: PortfolioFilters;
  /** Organisation ids to keep to; null for no bound. */
  readonly scope: readonly string[] | null;
  readonly view: View;
}

/**
 * A statement of tallies by organisation and audience. The flow holds what is known now, by the owners of the
 * day, of everything; whatever else is asked for is counted from the services themselves.
 */
export function talliesOn({ filters, scope, view }: Counted, bind: Bind): { tallies: string; past: Past } {
  if (scope === null && !view.asKnownAt && view.boundaries !== 'today') return fromFlow(filters, view, bind);
  const { from, where, past } = matchingServices({ filters, scope, view }, bind);
  const tallies = `SELECT w.organisation_id, s.audience, ${tallied('r')} FROM ${from} WHERE ${where} GROUP BY 1, 2`;
  return { tallies, past };
}

/** All quarters up to that of the day, less what comes later in it: two index ranges, both empty at its end. */
function fromFlow(filters: PortfolioFilters, view: View, bind: Bind): { tallies: string; past: Past } {
  const past = pastOf(view, bind);
  const next = `(date_trunc('quarter', ${past.on}::timestamp) + interval '3 months')::date`;
  const later = (day: string, sign: number) =>
    `SELECT r.*, ${sign} AS sign FROM stage_span r WHERE r.${day} > ${past.on} AND r.${day} < ${next}`;
  const where = flowFilters(filters, past, bind);
  const tallies = `SELECT organisation_id, audience, ${summed} FROM (
      SELECT organisation_id, audience, ${tallyColumns.join(', ')} FROM stage_flow WHERE quarter <= ${past.on}
      UNION ALL
      SELECT r.organisation_id, r.audience, ${tallied('r', 'r.sign')}
      FROM (${later('from_on', -1)} UNION ALL ${later('to_on', 1)}) r GROUP BY 1, 2
    ) flow WHERE ${where} GROUP BY 1, 2`;
  return { tallies, past };
}

/** What keeps rows of the flow, or of what it is made of, to those asked for. */
export function flowFilters(filters: PortfolioFilters, { boundaryDay, known }: Past, bind: Bind): string {
  const where: string[] = [];
  if (filters.audience) where.push(`audience = ${bind(filters.audience)}::audience`);
  if (filters.organisation)
    where.push(`organisation_id IN (SELECT a.id FROM organisations_above_on(${boundaryDay}, ${known}) a
      JOIN organisation top ON top.id = a.above WHERE top.slug IN ${membersOf(bind(filters.organisation), 'text')})`);
  return where.join(' AND ') || 'true';
}
