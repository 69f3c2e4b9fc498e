import { Injectable } from '@nestjs/common';
import type { Portfolio, PortfolioQuery } from '@headway/contract';
import { type Audience, type StageOrNone, addCounts, countsFrom, londonDate } from '@headway/domain';
import { DataSource } from 'typeorm';
import { type Caller, scopeParameter } from '../platform/caller.js';
import { membersOf, parameters } from '../platform/sql.js';
import { matchingServices } from '../services/matching.js';

type Named = Portfolio['byOrganisation'][number]['organisation'];
type Tally = { stage: StageOrNone; services: number };

@Injectable()
export class PortfolioService {
  constructor(private readonly database: DataSource) {}

  /** The roll-up on a date, counted by one statement: by audience, and by organisation with all below it. */
  async rollUp(caller: Caller, query: PortfolioQuery): Promise<Portfolio> {
    const on = query.on ?? londonDate(new Date());
    const scope = scopeParameter(caller, 'readPortfolio');
    const { values, bind } = parameters();
    const { from, where } = matchingServices({ filters: query, scope, on }, bind);
    // One that does not exist on the day is shown where services count as its all the same.
    const counts = 'EXISTS (SELECT FROM counted WHERE organisation_id IN (SELECT organisations_below(o.id)))';
    const visible = [`((o.exists_from <= day.date AND o.exists_to > day.date) OR ${counts})`];
    if (scope) visible.push(`o.id IN ${membersOf(bind(scope), 'uuid')}`);
    if (query.organisation)
      visible.push(`o.id IN (SELECT organisations_below(id) FROM organisation
        WHERE slug IN ${membersOf(bind(query.organisation), 'text')})`);
    const [rolledUp]: [
      { byAudience: (Tally & { audience: Audience })[]; byOrganisation: (Named & { tallies: Tally[] })[] },
    ] = await this.database.query(
      `WITH counted AS MATERIALIZED (
           SELECT w.organisation_id, s.audience, coalesce(r.stage::text, 'not_recorded') AS stage,
             count(*)::integer AS services
           FROM ${from} WHERE ${where} GROUP BY 1, 2, 3
         ), named AS (
           SELECT o.slug, o.name, o.abbreviation, parent.slug AS parent, (
             SELECT coalesce(json_agg(json_build_object('stage', c.stage, 'services', c.services)), '[]')
             FROM counted c WHERE c.organisation_id IN (SELECT organisations_below(o.id))) AS tallies
           FROM (SELECT ${bind(on)}::date AS date) day
           CROSS JOIN organisation o LEFT JOIN organisation parent ON parent.id = o.parent_id
           WHERE ${visible.join(' AND ')}
           ORDER BY lower(o.name)
         )
         SELECT (SELECT coalesce(json_agg(counted), '[]') FROM counted) AS "byAudience",
                (SELECT coalesce(json_agg(named), '[]') FROM named) AS "byOrganisation"`,
      values,
    );
    const external = countsFrom(rolledUp.byAudience.filter(({ audience }) => audience === 'external'));
    const internal = countsFrom(rolledUp.byAudience.filter(({ audience }) => audience === 'internal'));
    return {
      on,
      boundaries: 'then',
      total: addCounts(external, internal),
      byAudience: { external, internal },
      byOrganisation: rolledUp.byOrganisation.map(({ tallies, ...organisation }) => ({
        organisation,
        counts: countsFrom(tallies),
      })),
    };
  }
}
