import { daysAfter, londonDate } from '@headway/domain';
import type { EntityManager } from 'typeorm';
import { bringTreeUpToDate } from './tree.js';
import type { StoredWave } from './wave-rows.js';

/** A wave of a whole government is written anew in less than this. */
const longest = `SET LOCAL statement_timeout = '60s'; SET LOCAL lock_timeout = '60s'`;

/**
 * Ends a wave that has closed, for good: whoever is still answering is waited for, and nobody after; what was answered
 * loses its order, and the keys of retries are forgotten. Results come after this, so they are of all answers,
 * whichever process is asked. Says whether it was not sealed before.
 */
export async function seal(tx: EntityManager, wave: StoredWave): Promise<boolean> {
  await tx.query(longest);
  const [{ sealed }] = await tx.query('SELECT sealed FROM pulse_wave WHERE id = $1 FOR NO KEY UPDATE', [
    wave.id,
  ]);
  if (sealed) return false;
  await bringTreeUpToDate(tx, wave);
  await mix(tx, wave.id, wave.closesOn);
  await tx.query('DELETE FROM pulse_submission WHERE wave_id = $1', [wave.id]);
  await tx.query('UPDATE pulse_wave SET sealed = true WHERE id = $1', [wave.id]);
  return true;
}

/** Mixes what was answered on days that are over, unless it is already or another process is at it. Says whether it did. */
export async function mixPastDays(tx: EntityManager, { id }: Pick<StoredWave, 'id'>): Promise<boolean> {
  await tx.query(longest);
  const yesterday = daysAfter(londonDate(new Date()), -1);
  const [due] = await tx.query(
    `SELECT FROM pulse_wave w WHERE w.id = $1 AND NOT w.sealed AND coalesce(w.mixed_to < $2, true)
       AND EXISTS (SELECT FROM pulse_answer a WHERE a.wave_id = w.id AND a.on_date <= $2)
       AND pg_try_advisory_xact_lock(hashtextextended(w.id::text, 8))`,
    [id, yesterday],
  );
  if (due) await mix(tx, id, yesterday);
  return due !== undefined;
}

/**
 * Writes answers anew, all at once and in an order of chance: rows stand in a table in the order in which they came,
 * and each knows the transaction that wrote it.
 */
async function mix(tx: EntityManager, waveId: string, upTo: string): Promise<void> {
  await tx.query(
    `WITH taken AS (DELETE FROM pulse_answer WHERE wave_id = $1 AND on_date <= $2 RETURNING *)
     INSERT INTO pulse_answer SELECT * FROM taken ORDER BY gen_random_uuid()`,
    [waveId, upTo],
  );
  await tx.query('UPDATE pulse_wave SET mixed_to = $2 WHERE id = $1', [waveId, upTo]);
}
