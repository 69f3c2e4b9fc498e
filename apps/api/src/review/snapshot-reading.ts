import {
  type Counts,
  type Published,
  type Quarter,
  type Snapshot,
  definitionsWith,
  quarterOf,
  snapshotFormat,
} from '@headway/domain';
import type { DataSource } from 'typeorm';
import { openBarriers } from '../barriers/barrier-rows.js';
import { government } from '../platform/caller.js';
import type { Database } from '../platform/sql.js';
import { MovementsService } from '../portfolio/movements.service.js';
import { PortfolioService } from '../portfolio/portfolio.service.js';
import { SignalsService } from '../portfolio/signals.service.js';
import { PulseResultsService } from '../pulse/results.service.js';
import type { View } from '../services/matching.js';
import { type AsSigned, layOutAsSigned, namesOnAsSigned } from './as-signed.js';
import { knownSince } from './known-since.js';
import { type Closing, closingBefore, closingOf } from './revisions.js';
import {
  barriersOf,
  comparedQuarters,
  comparisonWith,
  linesOf,
  namedAsSigned,
  orderedAsSigned,
  signalsOf,
} from './snapshot-parts.js';
import { pulseOn } from './snapshot-pulse.js';
import { returnsOf } from './snapshot-returns.js';
import { servicesOn } from './snapshot-services.js';

/** All on one page. */
export const everything = { page: 1, pageSize: 1_000_000 };

/**
 * The snapshot of a closed quarter: what the pages of the portfolio would have said of its last day to somebody who
 * sees everything, at the instant of closing. Whenever it is worked out, it is the same; no long change holds up
 * anybody else meanwhile. Those that it is compared with are frozen already.
 */
export async function readSnapshot(
  database: DataSource,
  closing: Closing,
  contact: string,
): Promise<Snapshot> {
  // Seals the waves that have closed, so it comes before what only reads.
  const first = await closingOf(database.manager, closing.quarter, 1);
  const pulse = await pulseOn(new PulseResultsService(database), first!.frozenAt);
  return database.transaction('REPEATABLE READ', async (tx) => {
    await tx.query(`SET LOCAL statement_timeout = '60s'`);
    const signed = await layOutAsSigned(tx, closing);
    await tx.query('SET TRANSACTION READ ONLY');
    const snapshot = { ...(await figuresOf(database, tx, closing, signed)), contact };
    return pulse ? { ...snapshot, pulse } : snapshot;
  });
}

async function figuresOf(
  source: DataSource,
  database: Database,
  closing: Closing,
  signed: AsSigned | null,
): Promise<Omit<Snapshot, 'contact' | 'pulse'>> {
  const movements = new MovementsService(source);
  const portfolio = new PortfolioService(source, movements);
  const signals = new SignalsService(source);
  const quarter = quarterOf(closing.quarter)!;
  const known = (await knownSince(database, closing.frozenAt)) ? { asKnownAt: closing.frozenAt } : {};
  const view = { on: quarter.to, ...known };
  const details = { ...view, asSigned: signed !== null };
  const named = namedAsSigned(signed);
  const inOrder = orderedAsSigned(signed);
  const {
    byOrganisation,
    on: _,
    boundaries: __,
    ...figures
  } = await portfolio.rollUp(government, view, database);
  const trend = await portfolio.trend(government, { to: quarter.id, ...known }, database);
  const days = trend.quarters.map(({ on }) => on);
  const nameOn = signed ? await namesOnAsSigned(database, days) : () => undefined;
  const kinds = await kindsOn(database, view);
  const counts = await signals.counts(government, details, database);
  const signalled = await signals.services(government, { ...details, ...everything }, database);
  const { services, targets } = await servicesOn(database, details, named, inOrder);
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
          asSigned: details.asSigned,
          kind: ['up', 'down', 'entered', 'left'],
          ...everything,
        },
        database,
      ),
      named,
    );
  return {
    format: snapshotFormat,
    quarter,
    revision: closing.revision,
    frozenAt: closing.frozenAt,
    reason: closing.reason,
    definitions: definitionsWith(counts.thresholds),
    thresholds: counts.thresholds,
    figures,
    organisations: inOrder(byOrganisation, ({ organisation }) => organisation.slug).map((one) => ({
      ...one,
      organisation: {
        kind: kinds.get(one.organisation.slug) ?? null,
        ...one.organisation,
        ...signed?.names.get(one.organisation.slug),
      },
    })),
    trend: trend.quarters,
    organisationTrend: linesOf(trend, named, nameOn),
    comparisons: {
      lastQuarter: await between(compared.lastQuarter),
      lastYear: await between(compared.lastYear),
    },
    signals: signalsOf(counts, signalled.items, named, inOrder),
    barriers: barriersOf(await openBarriers(database, details), services, named, inOrder),
    returns: inOrder(
      await returnsOf(database, closing, quarter.to, countsOf),
      ({ organisation }) => organisation.slug,
    ).map((one) => ({ ...one, organisation: named(one.organisation) })),
    ...{ services, targets },
    published: {
      lastQuarter: await publishedOf(database, compared.lastQuarter, closing),
      lastYear: await publishedOf(database, compared.lastYear, closing),
    },
  };
}

/** What was published of an earlier quarter, from its own snapshot; PostgreSQL reads that, as most of it is not wanted. */
async function publishedOf(
  database: Database,
  { id }: Quarter,
  { frozenAt }: Closing,
): Promise<Published | null> {
  const before = await closingBefore(database, id, frozenAt);
  if (!before) return null;
  const [found] = await database.query(
    `SELECT quarter_id AS quarter, revision, encode(sha256, 'hex') AS sha256, s -> 'figures' AS figures,
       s -> 'organisations' AS organisations
     FROM quarter_snapshot CROSS JOIN LATERAL (SELECT convert_from(bytes, 'UTF8')::jsonb AS s) read
     WHERE quarter_id = $1 AND revision = $2`,
    [before.quarter, before.revision],
  );
  return found as Published;
}

type Kind = Snapshot['organisations'][number]['organisation']['kind'];

async function kindsOn(database: Database, { on, asKnownAt }: View): Promise<ReadonlyMap<string, Kind>> {
  const rows: { slug: string; kind: Kind }[] = await database.query(
    'SELECT slug, kind FROM organisations_on($1::date, $2::timestamptz)',
    [on, asKnownAt ?? null],
  );
  return new Map(rows.map(({ slug, kind }) => [slug, kind]));
}
