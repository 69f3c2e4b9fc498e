import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { JobResult, JobWithMetadata, PgBoss } from 'pg-boss';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { Log } from './log.js';

export interface Attempt {
  /** Of the job. */
  readonly id: string;
  /** Whether it is not tried again. */
  readonly last: boolean;
}

export interface JobKind {
  readonly name: string;
  /** Beside the first try; further and further apart. */
  readonly retries: number;
  readonly firstRetrySeconds: number;
  readonly longestRetrySeconds: number;
  /** When it comes by itself, as cron has it, in London. */
  readonly cron?: string;
  /** Whether it also comes at the start of a process. */
  readonly atStart?: () => boolean;
  /** May run again after it was broken off, so it must do no harm twice. */
  readonly work: (attempt: Attempt) => Promise<void>;
}

/** What is looked at of a job. */
type Done = Pick<JobWithMetadata, 'id' | 'name' | 'retryCount' | 'retryLimit'>;

const startAfter = 1_000;
const startAgainAfter = 30_000;
const expireInSeconds = 120;
const longestStop = 5_000;
const working = {
  includeMetadata: true,
  perJobResults: true,
  batchSize: 5,
  burstWhenBatchFull: true,
  pollingIntervalSeconds: 5,
} as const;

/**
 * Work beside the requests, by pg-boss in a schema of its own: jobs come on time and are tried again, and of all
 * processes one does each. It uses the connections that there are, and starts once the application serves.
 */
@Injectable()
export class Jobs implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly kinds: JobKind[] = [];
  private boss: PgBoss | undefined;
  private starting: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;
  private stopping = false;

  constructor(
    private readonly database: DataSource,
    private readonly log: Log,
  ) {}

  /** Before the application starts. */
  add(kind: JobKind): void {
    this.kinds.push(kind);
  }

  /** Makes jobs with these ids, but for those that there are; does nothing before the start. */
  async send(name: string, ids: readonly string[]): Promise<void> {
    if (ids.length > 0)
      await this.boss?.insert(
        name,
        ids.map((id) => ({ id })),
      );
  }

  onApplicationBootstrap(): void {
    this.startIn(startAfter);
  }

  /** While the database is still there: what is being done ends first, within five seconds. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    clearTimeout(this.timer);
    await this.starting;
    await this.boss?.stop({ graceful: true, timeout: longestStop });
  }

  private startIn(milliseconds: number): void {
    this.timer = setTimeout(() => {
      this.starting = this.start();
    }, milliseconds).unref();
  }

  private async start(): Promise<void> {
    const boss = await this.newBoss();
    try {
      await boss.start();
      for (const kind of this.kinds) await this.begin(boss, kind);
      this.boss = boss;
    } catch (error) {
      this.log.error({ err: error }, 'jobs could not start; it is tried again');
      await boss.stop({ graceful: false }).catch(() => undefined);
      if (!this.stopping) this.startIn(startAgainAfter);
    }
  }

  private async newBoss(): Promise<PgBoss> {
    const { PgBoss: Boss } = await import('pg-boss');
    const pool = (this.database.driver as unknown as { master: Pool }).master;
    const boss = new Boss({
      db: { executeSql: (text, values) => pool.query(text, values) },
      schema: 'pgboss',
      registerInstance: false,
      openTelemetry: { enabled: false },
    });
    boss.on('error', (error) => this.log.error({ err: error }, 'jobs failed; they go on'));
    return boss;
  }

  private async begin(boss: PgBoss, { name, work, cron, atStart, ...kind }: JobKind): Promise<void> {
    const options = {
      retryLimit: kind.retries,
      retryDelay: kind.firstRetrySeconds,
      retryDelayMax: kind.longestRetrySeconds,
      retryBackoff: true,
      expireInSeconds,
    };
    await boss.createQueue(name, options);
    await boss.updateQueue(name, options);
    await boss.work(name, working, (jobs) => Promise.all(jobs.map((job) => this.done(job, work))));
    if (cron) await boss.schedule(name, cron, null, { tz: 'Europe/London' });
    if (atStart?.()) await boss.send(name);
  }

  /** How a job went; what went wrong is in the log, and its job holds nothing of it. */
  private async done(job: Done, work: JobKind['work']): Promise<JobResult> {
    try {
      await work({ id: job.id, last: job.retryCount >= job.retryLimit });
      return { id: job.id, status: 'completed' };
    } catch (error) {
      this.log.warn({ err: error, job: job.name, retries: job.retryCount }, 'a job failed');
      return { id: job.id, status: 'failed' };
    }
  }
}
