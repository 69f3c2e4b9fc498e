import { Injectable } from '@nestjs/common';
import type { Portfolio, PortfolioQuery } from '@headway/contract';
import { type Audience, londonDate, onlineCounts } from '@headway/domain';
import { DataSource } from 'typeorm';
import { type Caller, scopeParameter } from '../platform/caller.js';
import { mustBeKnown } from '../platform/known.js';
import { membersOf, parameters } from '../platform/sql.js';
import { talliesOn } from './sources.js';
import { type Tallies, measured, stageCounts, summed } from './tallies.js';

type Named = Portfolio['byOrganisation'][number]['organisation'];
type OfAudience = Tallies & { readonly audience: Audience };

@Injectable()
export class PortfolioService {
  constructor(private readonly database: DataSource) {}

  /** The roll-up on a date, counted by one statement: by audience, and by organisation with all below it. */
  async rollUp(
    caller: Caller,
    { on, boundaries = 'then', asKnownAt, ...filters }: PortfolioQuery,
  ): Promise<Portfolio> {
    await mustBeKnown(this.database.manager, asKnownAt);
    const view = { on: on ?? londonDate(new Date()), boundaries, asKnownAt };
    const scope = scopeParameter(caller, 'readPortfolio');
    const { values, bind } = parameters();
    const { tallies, past } = talliesOn({ filters, scope, view }, bind);
    // One that does not exist on the day is shown where services count as its all the same; whoever sees or asks
    // for only some sees nothing of those above them.
    const shown = scope || filters.organisation ? 'organisation_id FROM counted' : 'id FROM tallied';
    const visible = ['o.exists_from <= day.date AND o.exists_to > day.date'];
    if (scope) visible.push(`o.id IN ${membersOf(bind(scope), 'uuid')}`);
    if (filters.organisation)
      visible.push(`o.id IN (SELECT above.id FROM above JOIN organisation top ON top.id = above.above
        WHERE top.slug IN ${membersOf(bind(filters.organisation), 'text')})`);
    const [rolledUp]: [
      { byAudience: OfAudience[]; byOrganisation: (Named & { tallies: Tallies | null })[] },
    ] = await this.database.query(
      `WITH counted AS MATERIALIZED (SELECT * FROM (${tallies}) t
           WHERE t.not_recorded + t.not_started + t.in_progress + t.live + t.redesigned > 0
         ), above AS MATERIALIZED (SELECT * FROM organisations_above_on(${past.boundaryDay}, ${past.known})
         ), tallied AS (
           SELECT above.above AS id, ${summed} FROM counted JOIN above ON above.id = counted.organisation_id GROUP BY 1
         ), by_audience AS (SELECT audience, ${summed} FROM counted GROUP BY 1
         ), named AS (
           SELECT o.slug, o.name, o.abbreviation, parent.slug AS parent, to_json(t) AS tallies
           FROM (SELECT ${past.boundaryDay} AS date) day
           CROSS JOIN organisations_on(${past.boundaryDay}, ${past.known}) o
           LEFT JOIN organisation parent ON parent.id = o.parent_id
           LEFT JOIN tallied t ON t.id = o.id
           WHERE (${visible.join(' AND ')}) OR o.id IN (SELECT ${shown})
           ORDER BY lower(o.name)
         )
         SELECT (SELECT coalesce(json_agg(by_audience), '[]') FROM by_audience) AS "byAudience",
                (SELECT coalesce(json_agg(named), '[]') FROM named) AS "byOrganisation"`,
      values,
    );
    const { counts, redesign, offices } = measured(rolledUp.byAudience);
    const of = (audience: Audience) =>
      measured(rolledUp.byAudience.filter((one) => one.audience === audience)).counts;
    return {
      on: view.on,
      boundaries,
      total: counts,
      byAudience: { external: of('external'), internal: of('internal') },
      online: onlineCounts(counts),
      redesign,
      offices,
      byOrganisation: rolledUp.byOrganisation.map(({ tallies: its, ...organisation }) => ({
        organisation,
        counts: stageCounts((stage) => its?.[stage] ?? 0),
      })),
    };
  }
}
