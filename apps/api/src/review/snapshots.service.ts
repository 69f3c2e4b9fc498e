import { Injectable } from '@nestjs/common';
import {
  type Published,
  type Quarter,
  type Snapshot,
  HeadwayProblem,
  canonicalJson,
  quarterOf,
} from '@headway/domain';
import { DataSource } from 'typeorm';
import { Config } from '../platform/config.js';
import { mustBeKnown } from '../platform/known.js';
import { MovementsService } from '../portfolio/movements.service.js';
import { PortfolioService } from '../portfolio/portfolio.service.js';
import { SignalsService } from '../portfolio/signals.service.js';
import { PulseResultsService } from '../pulse/results.service.js';
import { type Closing, closingBefore, closingOf } from './revisions.js';
import { comparedQuarters } from './snapshot-parts.js';
import { pulseOn } from './snapshot-pulse.js';
import { type Sources, publishedOf, readSnapshot } from './snapshot-reading.js';

/** The bytes of a snapshot, in canonical JSON, and what they hash to. */
export interface Frozen {
  readonly quarter: string;
  readonly revision: number;
  readonly bytes: Buffer;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** What closed quarters froze. */
@Injectable()
export class Snapshots {
  private readonly sources: Sources;
  /** Being made, so that several who ask at once wait for one. */
  private readonly making = new Map<string, Promise<Frozen>>();
  /** The last that was asked for, as a review is asked for in one form after another; it never changes. */
  private last: Frozen | null = null;

  constructor(
    private readonly database: DataSource,
    private readonly config: Config,
    private readonly pulse: PulseResultsService,
    portfolio: PortfolioService,
    movements: MovementsService,
    signals: SignalsService,
  ) {
    this.sources = { portfolio, movements, signals };
  }

  /**
   * The snapshot of one closing of a quarter, the latest unless a revision is given; made where it is not there yet.
   * @throws 404 where the quarter was not closed so often, 503 while somebody is still writing since before it closed.
   */
  async frozen(quarter: string, revision?: number): Promise<Frozen> {
    const closing = await closingOf(this.database.manager, quarter, revision);
    if (!closing) throw new HeadwayProblem('not_found');
    this.last = (await this.kept(closing)) ?? (await this.madeOnce(closing));
    return this.last;
  }

  private madeOnce(closing: Closing): Promise<Frozen> {
    const key = `${closing.quarter} ${closing.revision}`;
    const making = this.making.get(key) ?? this.make(closing).finally(() => this.making.delete(key));
    this.making.set(key, making);
    return making;
  }

  /** What is made twice, here or in another process, is the same; what is kept stays. */
  private async make(closing: Closing): Promise<Frozen> {
    const { quarter, revision } = closing;
    const bytes = Buffer.from(canonicalJson(await this.read(closing)));
    const [first] = await this.database.query(
      `INSERT INTO quarter_snapshot (quarter_id, revision, bytes, sha256) VALUES ($1, $2, $3, sha256($3))
       ON CONFLICT DO NOTHING RETURNING encode(sha256, 'hex') AS sha256`,
      [quarter, revision, bytes],
    );
    return first ? { quarter, revision, bytes, sha256: first.sha256 as string } : (await this.kept(closing))!;
  }

  /** Works it out from what was known when the quarter was closed; no long change holds up anybody else meanwhile. */
  async read(closing: Closing): Promise<Snapshot> {
    const compared = comparedQuarters(quarterOf(closing.quarter)!);
    const published = {
      lastQuarter: await this.published(compared.lastQuarter, closing),
      lastYear: await this.published(compared.lastYear, closing),
    };
    // Seals the waves that have closed, so it comes before what only reads.
    const first = await closingOf(this.database.manager, closing.quarter, 1);
    const pulse = await pulseOn(this.pulse, first!.frozenAt);
    await mustBeKnown(this.database.manager, closing.frozenAt);
    return this.database.transaction('REPEATABLE READ', async (tx) => {
      await tx.query(`SET TRANSACTION READ ONLY; SET LOCAL statement_timeout = '60s'`);
      const { reviewContact: contact } = this.config;
      const snapshot = await readSnapshot(tx, this.sources, closing, { contact, published });
      return pulse ? { ...snapshot, pulse } : snapshot;
    });
  }

  private async published(quarter: Quarter, before: Closing): Promise<Published | null> {
    const closing = await closingBefore(this.database.manager, quarter.id, before.frozenAt);
    if (!closing) return null;
    const { bytes, sha256 } = await this.frozen(closing.quarter, closing.revision);
    return publishedOf(JSON.parse(bytes.toString()) as Snapshot, sha256);
  }

  private async kept({ quarter, revision }: Closing): Promise<Frozen | null> {
    if (this.last?.quarter === quarter && this.last.revision === revision) return this.last;
    const [found] = await this.database.query(
      `SELECT bytes, encode(sha256, 'hex') AS sha256 FROM quarter_snapshot WHERE quarter_id = $1 AND revision = $2`,
      [quarter, revision],
    );
    return found ? { quarter, revision, ...(found as { bytes: Buffer; sha256: string }) } : null;
  }
}
