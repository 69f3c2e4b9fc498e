import {
  type Counts,
  type Published,
  type Snapshot,
  definitionsWith,
  quarterOf,
  snapshotFormat,
} from '@headway/domain';
import { openBarriers } from '../barriers/barrier-rows.js';
import { government } from '../platform/caller.js';
import type { Database } from '../platform/sql.js';
import type { MovementsService } from '../portfolio/movements.service.js';
import type { PortfolioService } from '../portfolio/portfolio.service.js';
import type { SignalsService } from '../portfolio/signals.service.js';
import type { View } from '../services/matching.js';
import { knownSince } from './known-since.js';
import type { Closing } from './revisions.js';
import { barriersOf, comparedQuarters, comparisonWith, signalsOf } from './snapshot-parts.js';
import { returnsOf } from './snapshot-returns.js';
import { servicesOn } from './snapshot-services.js';

/** What answers the questions that the pages ask. */
export interface Sources {
  readonly portfolio: PortfolioService;
  readonly movements: MovementsService;
  readonly signals: SignalsService;
}

/** All on one page. */
export const everything = { page: 1, pageSize: 1_000_000 };

/**
 * The snapshot of a closed quarter: what the pages of the portfolio would have said of its last day to somebody who
 * sees everything, at the instant of closing. Whenever it is worked out, it is the same.
 */
export async function readSnapshot(
  database: Database,
  { portfolio, movements, signals }: Sources,
  closing: Closing,
  { contact, published }: Pick<Snapshot, 'published'> & { readonly contact: string },
): Promise<Snapshot> {
  const quarter = quarterOf(closing.quarter)!;
  const known = (await knownSince(database, closing.frozenAt)) ? { asKnownAt: closing.frozenAt } : {};
  const view = { on: quarter.to, ...known };
  const {
    byOrganisation,
    on: _,
    boundaries: __,
    ...figures
  } = await portfolio.rollUp(government, view, database);
  const trend = await portfolio.trend(government, { to: quarter.id, ...known }, database);
  const kinds = await kindsOn(database, view);
  const counts = await signals.counts(government, view, database);
  const signalled = await signals.services(government, { ...view, ...everything }, database);
  const { services, targets } = await servicesOn(database, view);
  const countsOf = (slug: string): Counts | null =>
    byOrganisation.find(({ organisation }) => organisation.slug === slug)?.counts ?? null;
  const compared = comparedQuarters(quarter);
  const between = async (with_: typeof quarter) =>
    comparisonWith(
      with_,
      await movements.movements(
        government,
        {
          from: with_.to,
          to: quarter.to,
          ...known,
          kind: ['up', 'down', 'entered', 'left'],
          ...everything,
        },
        database,
      ),
    );
  return {
    format: snapshotFormat,
    quarter,
    revision: closing.revision,
    frozenAt: closing.frozenAt,
    reason: closing.reason,
    contact,
    definitions: definitionsWith(counts.thresholds),
    thresholds: counts.thresholds,
    figures,
    organisations: byOrganisation.map((one) => ({
      ...one,
      organisation: { ...one.organisation, kind: kinds.get(one.organisation.slug) ?? null },
    })),
    trend: trend.quarters,
    organisationTrend: trend.byOrganisation,
    comparisons: {
      lastQuarter: await between(compared.lastQuarter),
      lastYear: await between(compared.lastYear),
    },
    signals: signalsOf(counts, signalled.items),
    barriers: barriersOf(await openBarriers(database, view), services),
    returns: await returnsOf(database, closing, quarter.to, countsOf),
    ...{ services, targets },
    published,
  };
}

/** What was published of an earlier quarter, from its own snapshot. */
export function publishedOf(snapshot: Snapshot, sha256: string): Published {
  const { quarter, revision, figures, organisations } = snapshot;
  return { quarter: quarter.id, revision, sha256, figures, organisations };
}

type Kind = Snapshot['organisations'][number]['organisation']['kind'];

async function kindsOn(database: Database, { on, asKnownAt }: View): Promise<ReadonlyMap<string, Kind>> {
  const rows: { slug: string; kind: Kind }[] = await database.query(
    'SELECT slug, kind FROM organisations_on($1::date, $2::timestamptz)',
    [on, asKnownAt ?? null],
  );
  return new Map(rows.map(({ slug, kind }) => [slug, kind]));
}
