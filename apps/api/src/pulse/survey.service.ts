import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { PulseSurveyOfLink } from '@headway/contract';
import { HeadwayProblem, type PulseAnswers, formatDate, londonDate } from '@headway/domain';
import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';
import type { Sender } from './sender.js';
import { TokenBuckets } from './token-buckets.js';
import { bringTreeUpToDate } from './tree.js';
import { asShown, oneWave } from './wave-rows.js';

const minute = 60_000;

/** For whoever has a link. Nobody is asked who they are, and nothing here says it. */
@Injectable()
export class PulseSurveyService implements OnApplicationBootstrap, OnApplicationShutdown {
  /** Whole departments reach us from one address, so these slow down a flood, and never a person. */
  private readonly ofAddress = new TokenBuckets(120, 2);
  private readonly ofLink = new TokenBuckets(600, 20);

  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly database: DataSource) {}

  /** No address is remembered for longer than it takes its bucket to fill up, which is a minute, and this. */
  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      for (const buckets of [this.ofAddress, this.ofLink]) buckets.forgetTheFull(Date.now());
    }, minute).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** @throws 404 */
  async survey(link: string): Promise<PulseSurveyOfLink> {
    const found = await this.find(link);
    const wave = await oneWave(this.database.manager, found.wave);
    if (!wave.frozen && asShown(wave).state !== 'planned') {
      await this.database.transaction((tx) => bringTreeUpToDate(tx, wave));
      return this.survey(link);
    }
    const { id: _, ...shown } = asShown(wave);
    return { organisation: found.organisation, ...shown };
  }

  /**
   * Stores what one person answered, once however often the same key comes: with other answers too, since nothing is
   * kept of what a key came with.
   * @throws 404, 409 where the wave is not open, 429
   */
  async answer(link: string, { address, key }: Sender, { grade, answers }: PulseAnswers): Promise<void> {
    mustNotBeTooMany(this.ofAddress.take(address, Date.now()));
    mustNotBeTooMany(this.ofLink.take(link, Date.now()));
    if (await this.take(link, key, { grade, answers })) return;
    // Whoever comes first on the day freezes the organisations by looking, and tries again.
    const survey = await this.survey(link);
    if (survey.state === 'open' && (await this.take(link, key, { grade, answers }))) return;
    throw new HeadwayProblem('wrong_state', whyNot(survey));
  }

  private async take(link: string, key: string | null, { grade, answers }: PulseAnswers): Promise<boolean> {
    const digest = key && createHash('sha256').update(key).digest();
    const [{ open }] = await this.database.query(answered, [
      ...[link, londonDate(new Date()), grade, JSON.stringify(answers), digest],
    ]);
    return open as boolean;
  }

  /** An organisation of a wave, by its link. @throws 404 */
  private async find(
    link: string,
  ): Promise<{ wave: string; organisation: PulseSurveyOfLink['organisation'] }> {
    const [found] = await this.database.query(
      `SELECT wave_id AS wave, json_build_object('slug', slug, 'name', name, 'abbreviation', abbreviation)
         AS organisation
       FROM pulse_organisation WHERE link = $1`,
      [link],
    );
    if (!found) throw new HeadwayProblem('not_found');
    return found;
  }
}

/**
 * One statement: it holds the wave, so that it is not sealed meanwhile, keeps the key, and stores the answer unless
 * the key was there. Whoever sends the same at the same moment waits for the first.
 */
export const answered = `WITH wave AS MATERIALIZED (
    SELECT o.wave_id, o.organisation_id FROM pulse_organisation o JOIN pulse_wave w ON w.id = o.wave_id
    WHERE o.link = $1 AND w.frozen AND NOT w.sealed AND $2::date BETWEEN w.opens_on AND w.closes_on FOR SHARE OF w
  ), kept AS (
    INSERT INTO pulse_submission (wave_id, digest)
    SELECT wave_id, sha256(uuid_send(wave_id) || $5::bytea) FROM wave WHERE $5::bytea IS NOT NULL
    ON CONFLICT DO NOTHING RETURNING wave_id
  ), stored AS (
    INSERT INTO pulse_answer (wave_id, organisation_id, grade, on_date, answers)
    SELECT wave_id, organisation_id, $3, $2::date, $4::jsonb FROM wave
    WHERE $5::bytea IS NULL OR EXISTS (SELECT FROM kept)
  )
  SELECT EXISTS (SELECT FROM wave) AS open`;

function mustNotBeTooMany(wait: number): void {
  if (wait > 0)
    throw new HeadwayProblem(
      'too_many_requests',
      `Many answers are being sent at once. Yours has not been taken: send it again in ${wait} second${wait === 1 ? '' : 's'}.`,
      undefined,
      { 'Retry-After': String(wait) },
    );
}

function whyNot({ state, opensOn, closesOn }: PulseSurveyOfLink): string {
  return state === 'planned'
    ? `The survey opens on ${formatDate(opensOn)}`
    : `The survey closed on ${formatDate(closesOn)}`;
}
