import {
  type BeforeApplicationShutdown,
  Injectable,
  type OnApplicationBootstrap,
  type OnModuleInit,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../config.js';
import { type Attempt, Jobs } from '../jobs.js';
import { Log } from '../log.js';
import { type Letter, Notify } from './notify.js';

const queue = 'mail';
const lookEvery = 20_000;
const atOnce = 500;

/**
 * Sends mail that waits, each by a job of the same id, so that it is one however many processes see it waiting.
 * Without GOV.UK Notify nothing waits: it stays in the outbox.
 */
@Injectable()
export class Delivery implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly notify: Notify | null;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    config: Config,
    private readonly database: DataSource,
    private readonly jobs: Jobs,
    private readonly log: Log,
  ) {
    this.notify = config.notify && new Notify(config.notify);
  }

  onModuleInit(): void {
    const { notify } = this;
    if (!notify) return;
    this.jobs.add({
      name: queue,
      // Over a day and a half, from a minute apart to four hours.
      retries: 14,
      firstRetrySeconds: 60,
      longestRetrySeconds: 4 * 3600,
      work: (attempt) => this.deliver(notify, attempt),
    });
  }

  /** What waited for a Notify that is no longer there stays in the outbox. */
  async onApplicationBootstrap(): Promise<void> {
    if (this.notify) this.timer = setInterval(() => void this.look(), lookEvery).unref();
    else await this.database.query(`UPDATE mail SET state = 'outbox' WHERE state = 'waiting'`);
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Makes the jobs of what waits; those that there are already stay as they are. */
  async look(): Promise<void> {
    try {
      const waiting: { id: string }[] = await this.database.query(
        `SELECT id FROM mail WHERE state = 'waiting' ORDER BY sequence LIMIT ${atOnce}`,
      );
      await this.jobs.send(
        queue,
        waiting.map(({ id }) => id),
      );
    } catch (error) {
      this.log.error({ err: error }, 'mail that waits could not be looked for; it is tried again');
    }
  }

  /** @throws where it is to be tried again. */
  private async deliver(notify: Notify, { id, last }: Attempt): Promise<void> {
    const [[letter]]: [(Letter & { attempts: number })[]] = await this.database.query(
      `UPDATE mail SET attempts = attempts + 1 WHERE id = $1 AND state = 'waiting'
       RETURNING id, address, subject, body, attempts`,
      [id],
    );
    if (!letter) return;
    const outcome = await notify.send(letter, letter.attempts > 1);
    if ('notifyId' in outcome) {
      await this.database.query(
        `UPDATE mail SET state = 'sent', sent_at = now(), notify_id = $2, failure = NULL
         WHERE id = $1 AND state = 'waiting'`,
        [id, outcome.notifyId],
      );
      return;
    }
    const over = outcome.final || last;
    await this.database.query(
      `UPDATE mail SET state = $2, failure = $3 WHERE id = $1 AND state = 'waiting'`,
      [id, over ? 'failed' : 'waiting', outcome.failure],
    );
    if (!over) throw new Error('GOV.UK Notify did not take a mail');
    this.log.error({ mail: id, attempts: letter.attempts }, 'a mail is given up');
  }
}
