import { Injectable } from '@nestjs/common';
import type { List, NewPulseWave, PulseLinks, PulseWave, PulseWavesQuery } from '@headway/contract';
import { HeadwayProblem, latestPulseQuestions, londonDate, pulseWaveBroken } from '@headway/domain';
import { DataSource } from 'typeorm';
import type { Caller } from '../platform/caller.js';
import { Changes, audit } from '../platform/changes.js';
import { bringTreeUpToDate } from './tree.js';
import { asShown, oneWave, pageOf, storedWaves } from './wave-rows.js';

/** Waves, and the links by which they are answered. */
@Injectable()
export class PulseWavesService {
  constructor(
    private readonly database: DataSource,
    private readonly changes: Changes,
  ) {}

  async list(query: PulseWavesQuery): Promise<List<PulseWave>> {
    return pageOf(await storedWaves(this.database.manager), query);
  }

  async one(id: string): Promise<PulseWave> {
    return asShown(await oneWave(this.database.manager, id));
  }

  /** @throws 422 where its dates are past, the wrong way round, or another wave's. */
  make(caller: Caller, dates: NewPulseWave): Promise<PulseWave> {
    return this.changes.run(caller, async (tx) => {
      // One after another, so that none is made beside one that is not seen yet.
      await tx.query('LOCK TABLE pulse_wave IN SHARE ROW EXCLUSIVE MODE');
      const broken = pulseWaveBroken(dates, await storedWaves(tx), londonDate(new Date()));
      if (broken) {
        const { field, code, message } = broken;
        throw new HeadwayProblem('rule_broken', undefined, [{ pointer: `/${field}`, code, message }]);
      }
      const [{ id }] = await tx.query(
        `INSERT INTO pulse_wave (opens_on, closes_on, questions_version, made_by) VALUES ($1, $2, $3, $4)
         RETURNING id`,
        [dates.opensOn, dates.closesOn, latestPulseQuestions, caller.id],
      );
      const wave = await oneWave(tx, id);
      await bringTreeUpToDate(tx, wave);
      await audit(tx, caller, {
        ...{ action: 'pulse.made', subject: id, organisationId: null },
        detail: { ...dates, questionsVersion: latestPulseQuestions },
      });
      return asShown(wave);
    });
  }

  /** By name. Until the wave opens they follow reorganisations. */
  async links(id: string): Promise<PulseLinks> {
    const wave = await oneWave(this.database.manager, id);
    if (!wave.frozen) await this.database.transaction((tx) => bringTreeUpToDate(tx, wave));
    return {
      items: await this.database.query(
        `SELECT json_build_object('slug', slug, 'name', name, 'abbreviation', abbreviation) AS organisation, link
         FROM pulse_organisation WHERE wave_id = $1 ORDER BY lower(name)`,
        [id],
      ),
    };
  }
}
