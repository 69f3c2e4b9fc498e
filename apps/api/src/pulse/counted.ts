import type { PulseResults } from '@headway/contract';
import { type PulseCounts, type PulseTallies, pulseCounts } from '@headway/domain';
import type { EntityManager } from 'typeorm';
import type { StoredWave } from './wave-rows.js';

/** A sealed wave, counted, with its organisations as they were. */
export interface CountedWave {
  readonly organisations: PulseResults['organisations'];
  readonly counts: PulseCounts;
}

const counted = (by: string, from = '') =>
  `(SELECT coalesce(json_agg(t), '[]') FROM (
    SELECT ${by}, count(*) AS people FROM said${from} GROUP BY ${by}) t)`;
const keys = 'jsonb_object_keys(answers) AS question';
const chosen = `jsonb_each(answers) AS given (question, chosen), jsonb_array_elements_text(chosen) AS option`;

const tallied = `WITH said AS MATERIALIZED (
    SELECT o.slug AS organisation, a.grade, a.answers
    FROM pulse_answer a JOIN pulse_organisation o USING (wave_id, organisation_id) WHERE a.wave_id = $1
  )
  SELECT json_build_object(
    'respondents', ${counted('organisation, grade')},
    'answered', ${counted('organisation, grade, question', `, ${keys}`)},
    'options', ${counted('organisation, grade, question, option', `, ${chosen}`)}
  ) AS tallies, (
    SELECT coalesce(json_agg(json_build_object('slug', o.slug, 'name', o.name, 'abbreviation', o.abbreviation,
      'parent', above.slug) ORDER BY lower(o.name)), '[]')
    FROM pulse_organisation o
    LEFT JOIN pulse_organisation above ON above.wave_id = o.wave_id AND above.organisation_id = o.parent_id
    WHERE o.wave_id = $1
  ) AS organisations`;

/** Counts a wave by one statement; what may be shown of it is decided once for all. */
export async function countWave(tx: EntityManager, wave: StoredWave): Promise<CountedWave> {
  await tx.query(`SET LOCAL statement_timeout = '60s'`);
  const [row] = await tx.query(tallied, [wave.id]);
  const { organisations, tallies } = row as Pick<CountedWave, 'organisations'> & { tallies: PulseTallies };
  return { organisations, counts: pulseCounts({ organisations, version: wave.questionsVersion, tallies }) };
}
