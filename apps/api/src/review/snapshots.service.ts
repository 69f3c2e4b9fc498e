import { Injectable } from '@nestjs/common';
import { HeadwayProblem, quarterOf } from '@headway/domain';
import { DataSource } from 'typeorm';
import { notify } from '../platform/changes.js';
import { Config } from '../platform/config.js';
import { mustBeKnown } from '../platform/known.js';
import { type Closing, closingBefore, closingOf } from './revisions.js';
import { snapshotInProcess } from './snapshot-in-process.js';
import { comparedQuarters } from './snapshot-parts.js';

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
  /** Being made, so that several who ask at once wait for one. */
  private readonly making = new Map<string, Promise<Frozen>>();
  /** The last that was asked for, as a review is asked for in one form after another; it never changes. */
  private last: Frozen | null = null;

  constructor(
    private readonly database: DataSource,
    private readonly config: Config,
  ) {}

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

  /** What is made twice, here or in another process, is the same; what is kept stays, and is told of once it is. */
  private async make(closing: Closing): Promise<Frozen> {
    const { quarter, revision } = closing;
    const bytes = await this.read(closing);
    const first = await this.database.transaction(async (tx) => {
      const [made] = await tx.query(
        `INSERT INTO quarter_snapshot (quarter_id, revision, bytes, sha256) VALUES ($1, $2, $3, sha256($3))
         ON CONFLICT DO NOTHING RETURNING encode(sha256, 'hex') AS sha256`,
        [quarter, revision, bytes],
      );
      if (made) await notify(tx, { kind: 'quarter.changed', subject: quarter, organisationId: null });
      return made;
    });
    return first ? { quarter, revision, bytes, sha256: first.sha256 as string } : (await this.kept(closing))!;
  }

  /** Works out its canonical bytes from what was known when the quarter was closed, and those it is compared with. */
  async read(closing: Closing): Promise<Buffer> {
    for (const { id } of Object.values(comparedQuarters(quarterOf(closing.quarter)!))) {
      const before = await closingBefore(this.database.manager, id, closing.frozenAt);
      if (before && !(await this.isKept(before))) await this.madeOnce(before);
    }
    await mustBeKnown(this.database.manager, closing.frozenAt);
    const { databaseUrl, reviewContact: contact } = this.config;
    return snapshotInProcess({ closing, databaseUrl, contact });
  }

  /** Asked of the database alone, as a snapshot is megabytes. */
  private async isKept({ quarter, revision }: Closing): Promise<boolean> {
    const found: unknown[] = await this.database.query(
      'SELECT FROM quarter_snapshot WHERE quarter_id = $1 AND revision = $2',
      [quarter, revision],
    );
    return found.length > 0;
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
