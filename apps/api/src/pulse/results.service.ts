import { Injectable } from '@nestjs/common';
import type { PulseResults, PulseResultsQuery } from '@headway/contract';
import {
  type CalendarDate,
  HeadwayProblem,
  allOfGovernment,
  londonDate,
  pulseRespondents,
  pulseResults,
  pulseWaveBefore,
  pulseWaveState,
} from '@headway/domain';
import { DataSource } from 'typeorm';
import { type CountedWave, countWave } from './counted.js';
import { seal } from './sealing.js';
import { type StoredWave, asShown, storedWaves } from './wave-rows.js';

/** A wave that has closed, and the one that changes are since. */
export interface ClosedWave {
  readonly now: StoredWave;
  readonly before: StoredWave | null;
}

/** Results of closed waves, the same for whoever asks: filters choose among what is shown, and never change it. */
@Injectable()
export class PulseResultsService {
  /** Kept for as long as the process lives: a sealed wave never changes, and there is about one a year. */
  private readonly counted = new Map<string, Promise<CountedWave>>();

  constructor(private readonly database: DataSource) {}

  /** @throws 404 where there is no such wave or none has closed, 409 where it has not closed. */
  async results({ wave, ...query }: PulseResultsQuery): Promise<PulseResults> {
    return this.resultsOf(await this.closed(wave), query);
  }

  /** What is published of a closed wave, with changes since the one before it. */
  async resultsOf(
    { now, before }: ClosedWave,
    { organisation, grade, audience, question }: Omit<PulseResultsQuery, 'wave'> = {},
  ): Promise<PulseResults> {
    const [counted, countedBefore] = [await this.count(now), before && (await this.count(before))];
    return {
      wave: asShown(now),
      before: before && asShown(before),
      responses: pulseRespondents(counted.counts, allOfGovernment),
      organisations: counted.organisations,
      items: pulseResults(counted.counts, countedBefore?.counts ?? null, {
        ...(organisation ? { organisations: [null, ...new Set(organisation)] } : {}),
        ...(grade ? { grades: [null, ...new Set(grade)] } : {}),
        ...(question ? { topics: question } : {}),
        ...(audience ? { audience } : {}),
      }) as PulseResults['items'],
    };
  }

  /** The wave asked for or the last one, and the one before it. */
  async closed(id: string | undefined): Promise<ClosedWave> {
    const today = londonDate(new Date());
    const waves = await storedWaves(this.database.manager);
    const isClosed = (wave: StoredWave) => pulseWaveState(wave, today) === 'closed';
    const now = waves.find((wave) => (id === undefined ? isClosed(wave) : wave.id === id.toLowerCase()));
    if (!now) throw new HeadwayProblem('not_found');
    if (!isClosed(now)) throw new HeadwayProblem('wrong_state', 'Results are shown once the wave has closed');
    return { now, before: pulseWaveBefore(now, waves) };
  }

  /** The last wave that had closed before a day, whatever has closed since; null where none had. */
  async lastClosedBy(day: CalendarDate): Promise<ClosedWave | null> {
    const waves = await storedWaves(this.database.manager);
    const now = waves.find((wave) => pulseWaveState(wave, day) === 'closed');
    return now ? { now, before: pulseWaveBefore(now, waves) } : null;
  }

  /** How a closed wave came out. */
  count(wave: StoredWave): Promise<CountedWave> {
    const known = this.counted.get(wave.id);
    if (known) return known;
    const counting = this.database.transaction(async (tx) => {
      await seal(tx, wave);
      return countWave(tx, wave);
    });
    this.counted.set(wave.id, counting);
    // What failed is tried again by the next who asks.
    counting.catch(() => this.counted.delete(wave.id));
    return counting;
  }
}
