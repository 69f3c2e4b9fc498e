import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { HeadwayEvent } from '@headway/contract';
import { BehaviorSubject, filter, firstValueFrom, fromEvent, map, merge, timer } from 'rxjs';
import { DataSource } from 'typeorm';
import { eventColumns } from './changes.js';
import { Config } from './config.js';
import { Connection } from './connection.js';
import { Log } from './log.js';

export interface StoredEvent extends HeadwayEvent {
  readonly id: number;
  readonly organisationId: string | null;
}

/** Where a listener comes in, and whether it missed more than is kept. */
export interface Start {
  readonly at: number;
  readonly lost: boolean;
}

const remembered = 1_000;
const pageSize = 1_000;
const listenAgainAfter = 1_000;
const askedEvery = 10_000;

/**
 * Events in the order in which they commit, which is that of their ids (see `notify`), in every process,
 * over one connection that only listens. Whoever follows asks for what comes after the last it had: from
 * memory where that is recent, else from the database. So nothing is lost or told twice, whatever breaks.
 */
@Injectable()
export class Events implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly moved = new BehaviorSubject(0);
  private readonly end = new AbortController();
  /** The latest events without a gap: all there are above `floor`. */
  private recent: StoredEvent[] = [];
  private floor = Infinity;
  private listener: Connection | undefined;
  private again: NodeJS.Timeout | undefined;
  private asking: NodeJS.Timeout | undefined;

  constructor(
    private readonly config: Config,
    private readonly database: DataSource,
    private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    // Who only listens would not notice that the other end has fallen silent: what gets no answer breaks the connection.
    this.asking = setInterval(() => void this.listener?.query('SELECT 1').catch(() => undefined), askedEvery);
    await this.listen();
  }

  /** Before the server closes: it waits for open answers, and these would never end. */
  async beforeApplicationShutdown(): Promise<void> {
    this.end.abort();
    clearTimeout(this.again);
    clearInterval(this.asking);
    await this.listener?.end().catch(() => undefined);
  }

  /** Aborted when this process stops. */
  get ending(): AbortSignal {
    return this.end.signal;
  }

  /** Rises each time there may be more than `after` gave before. */
  get moves(): number {
    return this.moved.value;
  }

  /** Waits until there may be more than there was at an earlier count of moves; `false` where time ran out. */
  async movedSince(moves: number, milliseconds: number, over: AbortSignal): Promise<boolean> {
    const more = this.moved.pipe(
      filter((count) => count > moves),
      map(() => true),
    );
    const enough = merge(timer(milliseconds), fromEvent(over, 'abort')).pipe(map(() => false));
    return !over.aborted && firstValueFrom(merge(more, enough));
  }

  /** A page of the events after one, oldest first. */
  async after(id: number): Promise<readonly StoredEvent[]> {
    if (id >= this.floor) return this.recent.slice(this.recent.findLastIndex((event) => event.id <= id) + 1);
    return this.database.query(
      `SELECT ${eventColumns} FROM event WHERE id > $1 ORDER BY id LIMIT ${pageSize}`,
      [id],
    );
  }

  /** Where somebody comes in who was last told of this event, if of any. */
  async startFrom(last: number | null): Promise<Start> {
    const [{ first, newest }] = await this.database.query(
      'SELECT min(id) AS first, coalesce(max(id), 0) AS newest FROM event',
    );
    if (last === null) return { at: newest, lost: false };
    // Of another database, or of one that was put back to an earlier state.
    if (last > newest) return { at: newest, lost: true };
    return first !== null && last < first - 1 ? { at: first - 1, lost: true } : { at: last, lost: false };
  }

  /** Events are kept for a day; the newest older one stays too and shows up to where they are gone. */
  async forgetTheOld(): Promise<void> {
    await this.database.query(
      `DELETE FROM event WHERE id < (SELECT max(id) FROM event WHERE at < now() - interval '1 day')`,
    );
  }

  private async listen(): Promise<void> {
    const client = new Connection({
      connectionString: this.config.databaseUrl,
      application_name: 'headway events',
      connectionTimeoutMillis: 2_000,
      statement_timeout: 5_000,
    });
    this.listener = client;
    let early: StoredEvent[] | null = [];
    client.on('error', (error) => this.listenAgain(client, error));
    client.on('end', () => this.listenAgain(client));
    client.on('notification', ({ payload }) => {
      const event = JSON.parse(payload!) as StoredEvent;
      if (early) early.push(event);
      else this.take(event);
    });
    try {
      await client.connect();
      await client.query('LISTEN headway_event');
      // Whatever committed before this is in the table, whatever commits after it is heard.
      const { rows } = await client.query('SELECT coalesce(max(id), 0) AS newest FROM event');
      this.floor = (rows[0] as { newest: number }).newest;
      this.recent = [];
      for (const event of early) this.take(event);
      early = null;
      this.moved.next(this.moves + 1);
    } catch (error) {
      this.listenAgain(client, error);
    }
  }

  private take(event: StoredEvent): void {
    if (event.id <= (this.recent.at(-1)?.id ?? this.floor)) return;
    this.recent.push(event);
    if (this.recent.length > remembered) {
      this.recent = this.recent.slice(remembered / 2);
      this.floor = this.recent[0]!.id - 1;
    }
    this.moved.next(this.moves + 1);
  }

  private listenAgain(client: Connection, error?: unknown): void {
    if (this.ending.aborted || this.listener !== client) return;
    this.listener = undefined;
    if (error) this.log.warn({ err: error }, 'listening for events again in a second');
    void client.end().catch(() => undefined);
    this.again = setTimeout(() => void this.listen(), listenAgainAfter);
  }
}
