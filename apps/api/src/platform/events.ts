import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { HeadwayEvent } from '@headway/contract';
import { Client } from 'pg';
import { Observable, Subject, filter, map } from 'rxjs';
import { DataSource } from 'typeorm';
import { type Caller, scopeParameter } from './caller.js';
import { Config } from './config.js';
import { Log } from './log.js';

interface StoredEvent extends HeadwayEvent {
  id: number;
  organisationId: string | null;
}

/** An event as a listener is told of it. */
export interface ToldEvent {
  readonly id: string;
  readonly data: HeadwayEvent;
}

const columns = 'id, kind, subject, organisation_id AS "organisationId"';

/** Events as they commit, in every process, over one connection that only listens. */
@Injectable()
export class Events implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private committed = new Subject<StoredEvent>();
  private published: Promise<void> = Promise.resolve();
  private listener: Client | undefined;
  private again: NodeJS.Timeout | undefined;
  private ended = false;

  constructor(
    private readonly config: Config,
    private readonly database: DataSource,
    private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.listen();
  }

  /** Before the server closes: it waits for open answers, and these would never end. */
  async beforeApplicationShutdown(): Promise<void> {
    this.ended = true;
    clearTimeout(this.again);
    this.committed.complete();
    await this.listener?.end().catch(() => undefined);
  }

  /** What happens from now on that the caller may see. */
  seenBy(caller: Caller): Observable<ToldEvent> {
    const scope = scopeParameter(caller, 'listenToEvents');
    return this.committed.pipe(
      filter(({ organisationId }) => !scope || !organisationId || scope.includes(organisationId)),
      map(({ id, kind, subject }) => ({ id: String(id), data: { kind, subject } })),
    );
  }

  /** What the caller may have missed since an event, oldest first; of very many the last thousand. */
  async missed(caller: Caller, since: number): Promise<ToldEvent[]> {
    const events: StoredEvent[] = await this.database.query(
      `SELECT ${columns} FROM event
       WHERE id > $1 AND ($2::uuid[] IS NULL OR organisation_id IS NULL OR organisation_id = ANY($2))
       ORDER BY id DESC LIMIT 1000`,
      [since, scopeParameter(caller, 'listenToEvents')],
    );
    return events.reverse().map(({ id, kind, subject }) => ({ id: String(id), data: { kind, subject } }));
  }

  private async listen(): Promise<void> {
    const client = new Client({ connectionString: this.config.databaseUrl, application_name: 'headway' });
    this.listener = client;
    client.on('error', (error) => this.listenAgain(client, error));
    client.on('end', () => this.listenAgain(client));
    client.on('notification', ({ payload }) => {
      this.published = this.published.then(() => this.publish(Number(payload)));
    });
    try {
      await client.connect();
      await client.query('LISTEN headway_event');
    } catch (error) {
      this.listenAgain(client, error);
    }
  }

  private listenAgain(client: Client, error?: unknown): void {
    if (this.ended || this.listener !== client) return;
    this.listener = undefined;
    if (error) this.log.warn({ err: error }, 'listening for events again in a second');
    void client.end().catch(() => undefined);
    // What commits meanwhile is not heard, so all who listen are sent to come again and ask what they missed.
    this.committed.complete();
    this.committed = new Subject();
    this.again = setTimeout(() => void this.listen(), 1_000);
  }

  private async publish(id: number): Promise<void> {
    try {
      const [event] = await this.database.query(`SELECT ${columns} FROM event WHERE id = $1`, [id]);
      if (event) this.committed.next(event);
    } catch (error) {
      this.log.error({ err: error, event: id }, 'an event could not be read');
    }
  }
}
