import {
  type Grade,
  type PulseQuestionId,
  confidences,
  daysAfter,
  grades,
  londonDate,
} from '@headway/domain';
import type { DataSource } from 'typeorm';
import { bringTreeUpToDate } from './tree.js';
import { oneWave } from './wave-rows.js';

export interface Given {
  readonly organisation: string;
  readonly grade: Grade;
  readonly answers: Readonly<Partial<Record<PulseQuestionId, readonly string[]>>>;
}

export const today = londonDate(new Date());
export const daysAgo = (days: number) => daysAfter(today, -days);

/** A wave with the organisations there are, and what was answered on its first day; its id. Somebody must be there. */
export async function newWave(
  source: DataSource,
  [opensOn, closesOn]: readonly [opensOn: string, closesOn: string],
  given: readonly Given[] = [],
): Promise<string> {
  return source.transaction(async (tx) => {
    const [{ id }] = await tx.query(
      `INSERT INTO pulse_wave (opens_on, closes_on, questions_version, made_by)
       SELECT $1, $2, 1, id FROM person LIMIT 1 RETURNING id`,
      [opensOn, closesOn],
    );
    await bringTreeUpToDate(tx, await oneWave(tx, id));
    await tx.query(
      `INSERT INTO pulse_answer (wave_id, organisation_id, grade, on_date, answers)
       SELECT $1, o.organisation_id, grade, $2, answers
       FROM jsonb_to_recordset($3::jsonb) AS given (organisation text, grade text, answers jsonb)
       JOIN pulse_organisation o ON o.wave_id = $1 AND o.slug = organisation`,
      [id, opensOn, JSON.stringify(given)],
    );
    return id as string;
  });
}

/** The link of an organisation of a wave. */
export async function linkOf(source: DataSource, wave: string, slug: string): Promise<string> {
  const [{ link }] = await source.query(
    'SELECT link FROM pulse_organisation WHERE wave_id = $1 AND slug = $2',
    [wave, slug],
  );
  return link as string;
}

type Shares = readonly (readonly [option: string, everyone: number, seniors: number])[];

const impact: Shares = [
  ['significant', 660, 40],
  ['some', 840, 40],
  ['none', 400, 15],
  ['dont_know', 100, 5],
];
const confidence: Shares = [
  ['very_confident', 340, 12],
  ['fairly_confident', 700, 40],
  ['not_very_confident', 500, 28],
  ['not_at_all_confident', 260, 12],
  ['dont_know', 200, 8],
];
const redesign: Shares = [
  ['not_started', 460, 23],
  ['in_progress', 1020, 51],
  ['complete', 220, 11],
  ['dont_know', 300, 15],
];
const online = (live: number): Shares => [
  ['live', live, Math.round(live / 20)],
  ['in_progress', 1040, 52],
  ['not_started', 680 - live, 34 - Math.round(live / 20)],
  ['dont_know', 280, 14],
];

/** The published survey as 2,000 people answered it, 100 of them senior civil servants, in two departments. */
export function published(year: 'now' | 'before'): Given[] {
  const shares = {
    ...{ impact, confidence, external_redesign: redesign, internal_redesign: redesign },
    external_online: online(year === 'now' ? 280 : 220),
    internal_online: online(year === 'now' ? 280 : 220),
  };
  return Array.from({ length: 2000 }, (_, n) => {
    const grade = n < 100 ? 'senior_civil_servant' : n % 4 === 0 ? 'grade_6_or_7' : 'other';
    const answers = Object.entries(shares).map(([question, of], q) => [question, [chosen(of, n, 7 + 6 * q)]]);
    return { organisation: n % 2 === 0 ? 'dwp' : 'hmrc', grade, answers: Object.fromEntries(answers) };
  });
}

/** Each option as often as it says; who of a grade chose what is spread by a step that shares no factor with 1,900. */
function chosen(shares: Shares, n: number, step: number): string {
  const [place, among] = n < 100 ? [n, 100] : [n - 100, 1900];
  let left = (place * coprime(step)) % among;
  for (const [option, everyone, seniors] of shares) {
    left -= n < 100 ? seniors : everyone - seniors;
    if (left < 0) return option;
  }
  throw new Error('The shares do not come to everybody');
}

/** The next number up that shares no factor with 100 or 1,900. */
function coprime(step: number): number {
  return [2, 5, 19].some((factor) => step % factor === 0) ? coprime(step + 1) : step;
}

/** So many of each grade, of one mind about impact; of confidence and barriers each grade has its own. */
const crowd = (organisation: string, counts: readonly number[], impacts: string): Given[] =>
  grades.flatMap((grade, n) =>
    Array.from({ length: counts[n]! }, (_, person): Given => {
      const confidence = person % 3 === 0 ? 'dont_know' : confidences[n]!;
      const barriers = person % 4 === 0 ? ['funding', 'skills'] : [n === 0 ? 'legacy_technology' : 'skills'];
      return {
        ...{ organisation, grade },
        answers: { impact: [impacts], confidence: [confidence], ...(person % 5 === 0 ? {} : { barriers }) },
      };
    }),
  );

/** Two departments, one with two agencies of which one is small, and a department of nine. */
export const small: readonly Given[] = [
  ...crowd('dwp', [12, 14, 20], 'some'),
  ...crowd('dwp', [11, 13, 25], 'significant'),
  ...crowd('jcp', [10, 12, 15], 'significant'),
  ...crowd('jcp', [11, 10, 15], 'some'),
  ...crowd('csa', [1, 2, 3], 'none'),
  ...crowd('hmrc', [15, 15, 15], 'some'),
  ...crowd('hmrc', [15, 15, 15], 'significant'),
  ...crowd('hmt', [2, 3, 4], 'significant'),
];
