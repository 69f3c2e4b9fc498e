import type { Portfolio } from '@headway/contract';
import { type Audience, type CountedAlone, onlineCounts, stagesOrNone, withAllBelow } from '@headway/domain';
import { type Bind, membersOf } from '../platform/sql.js';
import { type Counted, type Pasts, countedOn, isUnder } from './sources.js';
import { type Tallies, measured, stageCounts, stagesSummed, summed } from './tallies.js';

/** An organisation as figures are shown for it. */
export type Named = Portfolio['byOrganisation'][number]['organisation'];

/** An organisation as a statement answers with it: with what is counted for it alone. */
export type Alone<Column extends string = string> = Named & CountedAlone<Column>;

/** What the statement answers with: a row for each day, in their order. */
export interface RolledUp {
  readonly byAudience: readonly (Tallies & { readonly audience: Audience })[];
  readonly byOrganisation: readonly Alone[];
}

/** The statement that counts services on some days: by audience, and by organisation. */
export function rollUpOn(counted: Counted, bind: Bind): string {
  const { parts, pasts } = countedOn(counted, bind);
  return `WITH RECURSIVE ${organisationsOn(pasts)}, ${parts},
    ${namedFrom(counted, stagesSummed, bind)},
    by_audience AS (SELECT n, json_agg(a) AS said FROM (
      SELECT n, audience, ${summed} FROM counted GROUP BY 1, 2) a GROUP BY 1),
    by_organisation AS (SELECT n, json_agg(o ORDER BY lower(o.name)) AS said FROM named o GROUP BY 1)
    SELECT coalesce(a.said, '[]') AS "byAudience", coalesce(o.said, '[]') AS "byOrganisation"
    FROM day LEFT JOIN by_audience a USING (n) LEFT JOIN by_organisation o USING (n) ORDER BY n`;
}

/** Parts of a statement: the organisations that there are on each day `n` (`there`), and which are `above` which. */
export function organisationsOn(pasts: Pasts): string {
  const days = pasts.map(({ boundaryDay }, n) => `(${n}, ${boundaryDay})`).join(', ');
  return `day (n, date) AS (VALUES ${days}
    ), there AS MATERIALIZED (
      SELECT day.n, day.date, o.* FROM day CROSS JOIN LATERAL organisations_on(day.date, ${pasts[0]!.known}) o
    ), above AS (
      SELECT n, id, id AS above FROM there
      UNION
      SELECT a.n, a.id, t.parent_id FROM above a JOIN there t ON t.n = a.n AND t.id = a.above
      WHERE t.parent_id IS NOT NULL
    )`;
}

/** Parts of a statement that give the organisations of each day, as `named`, with what is `counted` for each alone. */
export function namedFrom(
  { filters, scope }: Pick<Counted, 'filters' | 'scope'>,
  sums: string,
  bind: Bind,
): string {
  // Whoever sees or asks for only some sees nothing of those above them.
  const seen: string[] = [];
  if (scope) seen.push(`o.id IN ${membersOf(bind(scope), 'uuid')}`);
  if (filters.organisation) seen.push(isUnder('o.n, o.id', filters.organisation, bind));
  return `own AS (SELECT n, organisation_id AS id, ${sums} FROM counted GROUP BY 1, 2
    ), named AS (
      SELECT o.n, o.slug, o.name, o.abbreviation, parent.slug AS parent, to_json(own) AS own,
        o.exists_from <= o.date AND o.exists_to > o.date AS listed
      FROM there o
      LEFT JOIN organisation parent ON parent.id = o.parent_id
      LEFT JOIN own ON own.n = o.n AND own.id = o.id
      ${seen.length > 0 ? `WHERE ${seen.join(' AND ')}` : ''}
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

/** Each organisation with all below it. */
export function organisationsOf({ byOrganisation }: RolledUp): Portfolio['byOrganisation'] {
  return withAllBelow(byOrganisation, stagesOrNone).map(({ slug, name, abbreviation, parent, tallies }) => ({
    organisation: { slug, name, abbreviation, parent },
    counts: stageCounts((stage) => tallies[stage]),
  }));
}
