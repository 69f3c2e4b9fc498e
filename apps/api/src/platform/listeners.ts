import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Grant, Person } from '@headway/domain';
import { scopeParameter } from './caller.js';
import { Log } from './log.js';
import { Sessions } from './sessions.js';

/** A stream must end within five seconds of its rights, so this leaves time for the answer. */
export const askedAgainEvery = 2_000;

/** One open stream: whose it is, and what it was opened to hear. */
export interface Listener {
  /** Organisations that it may hear of; null for all. */
  readonly scope: readonly string[] | null;
  /** Aborted once its session, its token or its rights are no longer what they were. */
  readonly ended: AbortSignal;
  /** Asks again whether it may still hear; `false` where it may not. */
  mayHear(): Promise<boolean>;
  leave(): void;
}

interface Open {
  readonly credential: string;
  readonly rights: string;
  readonly end: AbortController;
}

/**
 * The streams of events that this process holds open. Their rights are asked again before each delivery
 * and every few seconds, with one query for all of them, so it works whichever process takes a right away.
 */
@Injectable()
export class Listeners implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly open = new Set<Open>();
  private timer: NodeJS.Timeout | undefined;
  private last: Promise<void> = Promise.resolve();
  private next: Promise<void> | undefined;

  constructor(
    private readonly sessions: Sessions,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    const failed = (error: unknown) => this.log.warn({ err: error }, 'could not ask who may still listen');
    this.timer = setInterval(() => void this.askAgain().catch(failed), askedAgainEvery).unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  join(credential: string, person: Person): Listener {
    const one: Open = { credential, rights: rightsOf(person), end: new AbortController() };
    this.open.add(one);
    return {
      scope: scopeParameter(person, 'listenToEvents'),
      ended: one.end.signal,
      mayHear: async () => {
        await this.askAgain();
        return !one.end.signal.aborted;
      },
      leave: () => void this.open.delete(one),
    };
  }

  /** Begins after this call, so that it sees what was committed before; one query for all who wait for it. */
  askAgain(): Promise<void> {
    this.next ??= this.last
      .catch(() => undefined)
      .then(() => {
        this.last = this.next!;
        this.next = undefined;
        return this.ask();
      });
    return this.next;
  }

  private async ask(): Promise<void> {
    const all = [...this.open];
    if (all.length === 0) return;
    const grants = await this.sessions.grantsBehind(all.map(({ credential }) => credential));
    for (const one of all) {
      const now = grants.get(one.credential);
      if (now && rightsOf({ grants: now as Grant[] }) === one.rights) continue;
      this.open.delete(one);
      one.end.abort();
    }
  }
}

function rightsOf(person: Person): string {
  return scopeParameter(person, 'listenToEvents')?.toSorted().join() ?? 'all';
}
