import type { List, PulseWave, PulseWavesQuery } from '@headway/contract';
import { HeadwayProblem, londonDate, pulseWaveState } from '@headway/domain';
import type { Database } from '../platform/sql.js';

/** A wave as it is kept; what is sealed never changes again. */
export interface StoredWave extends Omit<PulseWave, 'state'> {
  readonly frozen: boolean;
  readonly sealed: boolean;
}

const columns = `w.id, w.opens_on AS "opensOn", w.closes_on AS "closesOn",
  w.questions_version AS "questionsVersion", w.frozen, w.sealed`;

/** All of them, newest first: there is about one a year. */
export function storedWaves(database: Database): Promise<StoredWave[]> {
  return database.query(`SELECT ${columns} FROM pulse_wave w ORDER BY w.opens_on DESC`);
}

/** @throws 404 */
export async function oneWave(database: Database, id: string): Promise<StoredWave> {
  const [wave] = await database.query(`SELECT ${columns} FROM pulse_wave w WHERE w.id::text = lower($1)`, [
    id,
  ]);
  if (!wave) throw new HeadwayProblem('not_found');
  return wave as StoredWave;
}

export function asShown({ frozen: _, sealed: __, ...wave }: StoredWave): PulseWave {
  return { ...wave, state: pulseWaveState(wave, londonDate(new Date())) };
}

export function pageOf(waves: readonly StoredWave[], { page, pageSize }: PulseWavesQuery): List<PulseWave> {
  const items = waves.slice((page - 1) * pageSize, page * pageSize).map(asShown);
  return { items, page, pageSize, total: waves.length };
}
