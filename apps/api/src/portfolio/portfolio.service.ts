import { Injectable } from '@nestjs/common';
import type { Portfolio, PortfolioQuery } from '@headway/contract';
import {
  type Audience,
  type Office,
  type Stage,
  type StageOrNone,
  addCounts,
  countsFrom,
  londonDate,
  onlineCounts,
  redesignCounts,
} from '@headway/domain';
import { DataSource } from 'typeorm';
import { type Caller, scopeParameter } from '../platform/caller.js';
import { mustBeKnown } from '../platform/known.js';
import { membersOf, parameters } from '../platform/sql.js';
import { matchingServices } from '../services/matching.js';

type Named = Portfolio['byOrganisation'][number]['organisation'];
type Tally = { stage: StageOrNone; services: number };
/** Services alike in all that is counted. */
type Group = Tally & { audience: Audience; redesignUnderWay: boolean } & Record<Office, Stage | null>;

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
    const { from, where, past } = matchingServices({ filters, scope, view }, bind);
    // One that does not exist on the day is shown where services count as its all the same; whoever sees or asks
    // for only some sees nothing of those above them.
    const shown = scope || filters.organisation ? 'organisation_id FROM counted' : 'id FROM tallied';
    const visible = ['o.exists_from <= day.date AND o.exists_to > day.date'];
    if (scope) visible.push(`o.id IN ${membersOf(bind(scope), 'uuid')}`);
    if (filters.organisation)
      visible.push(`o.id IN (SELECT above.id FROM above JOIN organisation top ON top.id = above.above
        WHERE top.slug IN ${membersOf(bind(filters.organisation), 'text')})`);
    const [rolledUp]: [{ groups: Group[]; byOrganisation: (Named & { tallies: Tally[] })[] }] =
      await this.database.query(
        `WITH counted AS MATERIALIZED (
           SELECT w.organisation_id, s.audience, coalesce(r.stage::text, 'not_recorded') AS stage,
             coalesce(r.redesign_under_way, false) AS "redesignUnderWay", r.front_office AS "frontOffice",
             r.middle_office AS "middleOffice", r.back_office AS "backOffice", count(*)::integer AS services
           FROM ${from} WHERE ${where} GROUP BY 1, 2, 3, 4, 5, 6, 7
         ), above AS MATERIALIZED (SELECT * FROM organisations_above_on(${past.boundaryDay}, ${past.known})
         ), tallied AS (
           SELECT above.above AS id, stage, sum(services)::integer AS services
           FROM counted JOIN above ON above.id = counted.organisation_id GROUP BY 1, 2
         ), named AS (
           SELECT o.slug, o.name, o.abbreviation, parent.slug AS parent, (
             SELECT coalesce(json_agg(json_build_object('stage', t.stage, 'services', t.services)), '[]')
             FROM tallied t WHERE t.id = o.id) AS tallies
           FROM (SELECT ${past.boundaryDay} AS date) day
           CROSS JOIN organisations_on(${past.boundaryDay}, ${past.known}) o
           LEFT JOIN organisation parent ON parent.id = o.parent_id
           WHERE (${visible.join(' AND ')}) OR o.id IN (SELECT ${shown})
           ORDER BY lower(o.name)
         )
         SELECT (SELECT coalesce(json_agg(counted), '[]') FROM counted) AS groups,
                (SELECT coalesce(json_agg(named), '[]') FROM named) AS "byOrganisation"`,
        values,
      );
    const { groups } = rolledUp;
    const external = countsFrom(groups.filter(({ audience }) => audience === 'external'));
    const internal = countsFrom(groups.filter(({ audience }) => audience === 'internal'));
    const total = addCounts(external, internal);
    return {
      on: view.on,
      boundaries,
      total,
      byAudience: { external, internal },
      online: onlineCounts(total),
      redesign: redesignCounts(groups),
      offices: {
        frontOffice: officeCounts(groups, 'frontOffice'),
        middleOffice: officeCounts(groups, 'middleOffice'),
        backOffice: officeCounts(groups, 'backOffice'),
      },
      byOrganisation: rolledUp.byOrganisation.map(({ tallies, ...organisation }) => ({
        organisation,
        counts: countsFrom(tallies),
      })),
    };
  }
}

/** Each office on its own; where nothing is said of it, it is not recorded. */
function officeCounts(groups: readonly Group[], office: Office) {
  return countsFrom(
    groups.map((group) => ({ stage: group[office] ?? 'not_recorded', services: group.services })),
  );
}
