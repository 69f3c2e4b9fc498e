import type { Portfolio } from '@headway/contract';
import { type Audience, onlineCounts } from '@headway/domain';
import { type Bind, membersOf } from '../platform/sql.js';
import type { Past } from '../services/matching.js';
import { type Counted, talliesOn } from './sources.js';
import { type Tallies, measured, stageCounts, summed } from './tallies.js';

/** An organisation as figures are shown for it. */
export type Named = Portfolio['byOrganisation'][number]['organisation'];

/** What the statement answers with: one row. */
export interface RolledUp {
  readonly byAudience: readonly (Tallies & { readonly audience: Audience })[];
  readonly byOrganisation: readonly (Named & { readonly tallies: Tallies | null })[];
}

/** The statement that counts services on a day: by audience, and by organisation with all below it. */
export function rollUpOn(counted: Counted, bind: Bind): string {
  const { tallies, past } = talliesOn(counted, bind);
  return `WITH counted AS MATERIALIZED (SELECT * FROM (${tallies}) t
      WHERE t.not_recorded + t.not_started + t.in_progress + t.live + t.redesigned > 0
    ), ${namedFrom(counted, past, summed, bind)}, by_audience AS (SELECT audience, ${summed} FROM counted GROUP BY 1)
    SELECT (SELECT coalesce(json_agg(by_audience), '[]') FROM by_audience) AS "byAudience",
           (SELECT coalesce(json_agg(named), '[]') FROM named) AS "byOrganisation"`;
}

/** Parts of a statement that sum up what is `counted` for every organisation with all below it, as `named`. */
export function namedFrom(
  { filters, scope }: Omit<Counted, 'view'>,
  past: Past,
  sums: string,
  bind: Bind,
): string {
  // One that does not exist on the day is shown where services count as its all the same; whoever sees or asks
  // for only some sees nothing of those above them.
  const shown = scope || filters.organisation ? 'organisation_id FROM counted' : 'id FROM tallied';
  const visible = ['o.exists_from <= day.date AND o.exists_to > day.date'];
  if (scope) visible.push(`o.id IN ${membersOf(bind(scope), 'uuid')}`);
  if (filters.organisation)
    visible.push(`o.id IN (SELECT above.id FROM above JOIN organisation top ON top.id = above.above
      WHERE top.slug IN ${membersOf(bind(filters.organisation), 'text')})`);
  return `above AS MATERIALIZED (SELECT * FROM organisations_above_on(${past.boundaryDay}, ${past.known})
    ), tallied AS (
      SELECT above.above AS id, ${sums} FROM counted JOIN above ON above.id = counted.organisation_id GROUP BY 1
    ), named AS (
      SELECT o.slug, o.name, o.abbreviation, parent.slug AS parent, to_json(t) AS tallies
      FROM (SELECT ${past.boundaryDay} AS date) day
      CROSS JOIN organisations_on(${past.boundaryDay}, ${past.known}) o
      LEFT JOIN organisation parent ON parent.id = o.parent_id
      LEFT JOIN tallied t ON t.id = o.id
      WHERE (${visible.join(' AND ')}) OR o.id IN (SELECT ${shown})
      ORDER BY lower(o.name)
    )`;
}

/** The figures of all that was counted. */
export function figuresOf({
  byAudience,
}: RolledUp): Omit<Portfolio, 'on' | 'boundaries' | 'byOrganisation' | 'comparison'> {
  const { counts, redesign, offices } = measured(byAudience);
  const of = (audience: Audience) => measured(byAudience.filter((one) => one.audience === audience)).counts;
  return {
    total: counts,
    byAudience: { external: of('external'), internal: of('internal') },
    online: onlineCounts(counts),
    redesign,
    offices,
  };
}

export function organisationsOf({ byOrganisation }: RolledUp): Portfolio['byOrganisation'] {
  return byOrganisation.map(({ tallies, ...organisation }) => ({
    organisation,
    counts: stageCounts((stage) => tallies?.[stage] ?? 0),
  }));
}
