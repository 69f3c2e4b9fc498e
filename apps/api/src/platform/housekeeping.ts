import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Events } from './events.js';
import { Log } from './log.js';
import { Sessions } from './sessions.js';

const hour = 3_600_000;

/** Clears away hourly what has run out. */
@Injectable()
export class Housekeeping implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly sessions: Sessions,
    private readonly events: Events,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.tidy(), hour).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private async tidy(): Promise<void> {
    try {
      await this.sessions.forgetTheOld();
      await this.events.forgetTheOld();
    } catch (error) {
      this.log.error({ err: error }, 'housekeeping failed; it is tried again in an hour');
    }
  }
}
