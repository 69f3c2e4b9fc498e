import { londonDate } from '@headway/domain';
import type { Database } from '../platform/sql.js';
import type { StoredWave } from './wave-rows.js';

/**
 * Brings the organisations of a wave up to what is known of the day on which it opens, with a link for each that is
 * new. From that day on they are frozen: a later reorganisation regroups no answers.
 */
export async function bringTreeUpToDate(
  tx: Database,
  { id, opensOn }: Pick<StoredWave, 'id' | 'opensOn'>,
): Promise<void> {
  const [{ frozen }] = await tx.query('SELECT frozen FROM pulse_wave WHERE id = $1 FOR NO KEY UPDATE', [id]);
  if (frozen) return;
  await tx.query(
    `WITH there AS (
       SELECT o.* FROM organisations_on($2::date, NULL) o WHERE o.exists_from <= $2::date AND o.exists_to > $2::date
     ), gone AS (
       DELETE FROM pulse_organisation p WHERE p.wave_id = $1 AND p.organisation_id NOT IN (SELECT id FROM there)
     )
     INSERT INTO pulse_organisation AS p (wave_id, organisation_id, slug, name, abbreviation, parent_id)
     SELECT $1, id, slug, name, abbreviation, parent_id FROM there
     ON CONFLICT (wave_id, organisation_id) DO UPDATE
       SET slug = excluded.slug, name = excluded.name, abbreviation = excluded.abbreviation,
         parent_id = excluded.parent_id`,
    [id, opensOn],
  );
  if (opensOn <= londonDate(new Date()))
    await tx.query('UPDATE pulse_wave SET frozen = true WHERE id = $1', [id]);
}
