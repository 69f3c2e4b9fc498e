import { Injectable } from '@nestjs/common';
import { HeadwayProblem, type PackFormat } from '@headway/domain';
import { DataSource } from 'typeorm';
import { formInProcess } from './forms/form-in-process.js';
import type { MadeFormat } from './forms/make-form.js';
import { closingOf } from './revisions.js';
import { type Frozen, Snapshots } from './snapshots.service.js';

/** One form of a review, as it is downloaded. */
export interface ReviewBytes {
  readonly revision: number;
  readonly bytes: Buffer;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** The files made of what was frozen: made once, and then kept, so that they stay the same whatever makes them later. */
@Injectable()
export class ReviewFiles {
  private readonly making = new Map<string, Promise<ReviewBytes>>();
  /** One form after another: each may take all that a core has. */
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly database: DataSource,
    private readonly snapshots: Snapshots,
  ) {}

  /** @throws 404 where the quarter was not closed so often. */
  async file(quarter: string, revision: number | undefined, format: PackFormat): Promise<ReviewBytes> {
    const closing = await closingOf(this.database.manager, quarter, revision);
    if (!closing) throw new HeadwayProblem('not_found');
    if (format === 'json') return this.snapshots.frozen(quarter, closing.revision);
    return (
      (await this.kept(quarter, closing.revision, format)) ?? this.madeOnce(quarter, closing.revision, format)
    );
  }

  /** Sizes and hashes of those that have been made. */
  async sizes(
    quarter: string,
    revision: number,
  ): Promise<ReadonlyMap<string, { bytes: number; sha256: string }>> {
    const rows: { format: string; bytes: number; sha256: string }[] = await this.database.query(
      `SELECT format, length(bytes) AS bytes, encode(sha256, 'hex') AS sha256 FROM quarter_file
       WHERE quarter_id = $1 AND revision = $2`,
      [quarter, revision],
    );
    return new Map(rows.map(({ format, ...size }) => [format, size]));
  }

  private madeOnce(quarter: string, revision: number, format: MadeFormat): Promise<ReviewBytes> {
    const key = `${quarter} ${revision} ${format}`;
    const making =
      this.making.get(key) ??
      this.inTurn(() => this.make(quarter, revision, format)).finally(() => this.making.delete(key));
    this.making.set(key, making);
    return making;
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.turn.then(work);
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  private async make(quarter: string, revision: number, format: MadeFormat): Promise<ReviewBytes> {
    const frozen = await this.snapshots.frozen(quarter, revision);
    const bytes = await this.formOf(frozen, format);
    await this.database.query(
      `INSERT INTO quarter_file (quarter_id, revision, format, bytes, sha256) VALUES ($1, $2, $3, $4, sha256($4))
       ON CONFLICT DO NOTHING`,
      [quarter, revision, format, bytes],
    );
    return (await this.kept(quarter, revision, format))!;
  }

  /** What is made of a snapshot, made now. */
  async formOf(frozen: Frozen, format: MadeFormat | 'page'): Promise<Buffer> {
    const earlier = await this.earlier(frozen);
    const given = { snapshot: frozen.bytes, sha256: frozen.sha256, earlier };
    return formInProcess(format, given);
  }

  /** The bytes of the revisions before it, oldest first. */
  private async earlier({ quarter, revision }: Frozen): Promise<Buffer[]> {
    const bytes: Buffer[] = [];
    for (let before = 1; before < revision; before++)
      bytes.push((await this.snapshots.frozen(quarter, before)).bytes);
    return bytes;
  }

  private async kept(quarter: string, revision: number, format: MadeFormat): Promise<ReviewBytes | null> {
    const [found] = await this.database.query(
      `SELECT revision, bytes, encode(sha256, 'hex') AS sha256 FROM quarter_file
       WHERE quarter_id = $1 AND revision = $2 AND format = $3`,
      [quarter, revision, format],
    );
    return (found as ReviewBytes | undefined) ?? null;
  }
}
