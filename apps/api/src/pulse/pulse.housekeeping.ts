import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { pulseWaveState, londonDate } from '@headway/domain';
import { DataSource } from 'typeorm';
import { Log } from '../platform/log.js';
import { mixPastDays, seal } from './sealing.js';
import { storedWaves } from './wave-rows.js';

const tenMinutes = 600_000;

/** Every ten minutes: takes the order out of what was answered on days that are over, and ends the waves that have closed. */
@Injectable()
export class PulseHousekeeping implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: DataSource,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.tidy(), tenMinutes).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private async tidy(): Promise<void> {
    try {
      await this.tidyWaves();
    } catch (error) {
      this.log.error({ err: error }, 'housekeeping of the pulse failed; it is tried again in ten minutes');
    }
  }

  async tidyWaves(): Promise<void> {
    const today = londonDate(new Date());
    let written = false;
    for (const wave of await storedWaves(this.database.manager)) {
      if (wave.sealed) continue;
      const tidied = pulseWaveState(wave, today) === 'closed' ? seal : mixPastDays;
      written = (await this.database.transaction((tx) => tidied(tx, wave))) || written;
    }
    if (written) await this.clearAway();
  }

  /** Rows that were written anew leave their former selves behind until then. */
  private async clearAway(): Promise<void> {
    const runner = this.database.createQueryRunner();
    try {
      await runner.query(`SET statement_timeout = '60s'`);
      await runner.query('VACUUM pulse_answer, pulse_submission');
    } finally {
      // Where the connection is lost there is nothing to reset, and the first error says so.
      await runner.query('RESET statement_timeout').catch(() => undefined);
      await runner.release();
    }
  }
}
