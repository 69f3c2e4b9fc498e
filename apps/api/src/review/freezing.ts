import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { packFormats } from '@headway/domain';
import { DataSource } from 'typeorm';
import { Log } from '../platform/log.js';
import { ReviewFiles } from './files.service.js';
import { closingOf } from './revisions.js';
import { Snapshots } from './snapshots.service.js';

/** Seconds until a failure is tried again for the first, second, … time: 2, 4, 8 and so on, then every 17 minutes. */
const secondsUntil = (retry: number) => 2 ** Math.min(retry, 10);

/**
 * Freezes what was closed and makes its files, while nobody waits for it; whoever asks sooner has them made then.
 * What fails is tried again, as somebody may still be writing since before the closing; the rest does not wait for it.
 */
@Injectable()
export class Freezing implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private work: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly database: DataSource,
    private readonly snapshots: Snapshots,
    private readonly files: ReviewFiles,
    private readonly log: Log,
  ) {}

  /** What a process that ended too soon has left, and what came with the demonstration. */
  onApplicationBootstrap(): void {
    this.later(async () => {
      const closings: { quarter: string; revision: number }[] = await this.database.query(
        `SELECT quarter_id AS quarter, revision FROM quarter_revision v WHERE NOT EXISTS (
           SELECT FROM quarter_snapshot s WHERE s.quarter_id = v.quarter_id AND s.revision = v.revision)
         ORDER BY known_at`,
      );
      for (const { quarter, revision } of closings)
        this.later(async () => void (await this.snapshots.frozen(quarter, revision)));
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    await this.work;
  }

  /** Just after a quarter was closed. */
  closed(quarter: string): void {
    this.later(async () => {
      const { revision } = await this.snapshots.frozen(quarter);
      for (const format of packFormats) if (!this.stopped) await this.files.file(quarter, revision, format);
    });
  }

  /** Before a quarter is re-opened: its returns are as they are only while it is closed. */
  async beforeReopening(quarter: string): Promise<void> {
    const last = await closingOf(this.database.manager, quarter, undefined);
    if (last) await this.snapshots.frozen(quarter, last.revision);
  }

  private later(work: () => Promise<void>, retry = 1): void {
    const begin = async () => {
      if (!this.stopped) await work();
    };
    this.work = this.work.then(begin).catch((error: unknown) => {
      if (this.stopped) return;
      this.log.error({ err: error }, 'could not freeze a quarter; it is tried again');
      setTimeout(() => this.later(work, retry + 1), 1_000 * secondsUntil(retry)).unref();
    });
  }
}
