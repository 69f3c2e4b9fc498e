import { bringTreeUpToDate } from '../../apps/api/dist/pulse/tree.js';
import type { Client } from 'pg';
import type { DemonstrationWave } from './types.ts';

/** Waves with what was answered, in no order; those that have closed are sealed. */
export async function loadPulse(
  client: Client,
  waves: readonly DemonstrationWave[],
  today: string,
): Promise<void> {
  const query = async (sql: string, values: unknown[] = []) => (await client.query(sql, values)).rows;
  for (const { id, opensOn, closesOn, made, answers } of waves) {
    await query(
      `INSERT INTO pulse_wave (id, opens_on, closes_on, questions_version, made_by)
       SELECT $1, $2, $3, 1, p.id FROM person p WHERE p.email = $4`,
      [id, opensOn, closesOn, made.by],
    );
    await bringTreeUpToDate({ query } as Parameters<typeof bringTreeUpToDate>[0], { id, opensOn });
    await query(
      `INSERT INTO pulse_answer (wave_id, organisation_id, grade, on_date, answers)
       SELECT $1, o.organisation_id, grade, "onDate", answers
       FROM jsonb_to_recordset($2::jsonb) AS given (organisation text, grade text, "onDate" date, answers jsonb)
       JOIN pulse_organisation o ON o.wave_id = $1 AND o.slug = organisation
       ORDER BY gen_random_uuid()`,
      [id, JSON.stringify(answers)],
    );
    await query(
      `UPDATE pulse_wave SET frozen = opens_on <= $2::date, sealed = closes_on < $2::date, mixed_to = $2::date - 1
       WHERE id = $1`,
      [id, today],
    );
  }
}
