import {
  audiences,
  barrierCategories,
  confidences,
  grades,
  latestPulseQuestions,
  pulseAnswersBroken,
  pulseMeasureIds,
  pulseQuestionsOf,
  pulseTopics,
  pulseWaveStates,
  type PulseAnswers,
  type PulseQuestionId,
} from '@headway/domain';
import * as z from 'zod';
import { key, listOf, paging, repeatable } from './lists.js';
import { OrganisationName } from './organisations.js';
import { Counts } from './portfolio.js';
import { calendarDate } from './text.js';

/** `GET /api/pulse/waves/:id`: days on which civil servants are asked; its state follows from its dates. */
export const PulseWave = z.object({
  id: z.uuid(),
  opensOn: z.string(),
  closesOn: z.string().describe('the last day on which answers are taken'),
  questionsVersion: z.number().int().describe('of the standard questions'),
  state: z.enum(pulseWaveStates).describe('results are of closed waves only'),
});
export type PulseWave = z.infer<typeof PulseWave>;

/** `GET /api/pulse/waves`: newest first. */
export const PulseWaveList = listOf(PulseWave);
export const PulseWavesQuery = z.strictObject(paging);
export type PulseWavesQuery = z.infer<typeof PulseWavesQuery>;

/** `POST /api/pulse/waves`: asks the latest standard questions, with a link for every organisation there is. */
export const NewPulseWave = z.strictObject({
  opensOn: calendarDate('The date the wave opens'),
  closesOn: calendarDate('The date the wave closes'),
});
export type NewPulseWave = z.infer<typeof NewPulseWave>;

/** `GET /api/pulse/waves/:id/links`: one for each organisation, to send to its staff; the same for all of them. */
export const PulseLinks = z.object({
  items: z.array(
    z.object({
      organisation: OrganisationName,
      link: z
        .string()
        .describe('the last part of the address of the survey; cannot be guessed, names nobody'),
    }),
  ),
});
export type PulseLinks = z.infer<typeof PulseLinks>;

/** `GET /api/pulse/survey/:link`, for whoever has the link: what it asks, of which organisation, until when. */
export const PulseSurveyOfLink = z.object({
  organisation: OrganisationName,
  ...PulseWave.pick({ opensOn: true, closesOn: true, questionsVersion: true, state: true }).shape,
});
export type PulseSurveyOfLink = z.infer<typeof PulseSurveyOfLink>;

const asked = new Map(pulseQuestionsOf(latestPulseQuestions).map((one) => [one.id, one]));
const optionOf = (question: PulseQuestionId) =>
  z.enum(
    asked.get(question)!.options.map(({ id }) => id),
    { error: 'Select one of the answers' },
  );
const one = (question: PulseQuestionId) =>
  optionOf(question)
    .transform((option) => [option])
    .exactOptional();

/**
 * `POST /api/pulse/survey/:link`: what one person answers. Any question but the grade may be left out, not all of
 * them. Nothing here says who it is; an `Idempotency-Key` guards against the same submission twice.
 */
export const NewPulseAnswers = z.strictObject({
  grade: z.enum(grades, { error: 'Select your grade' }),
  answers: z
    .strictObject({
      impact: one('impact'),
      external_online: one('external_online'),
      internal_online: one('internal_online'),
      external_redesign: one('external_redesign'),
      internal_redesign: one('internal_redesign'),
      confidence: one('confidence'),
      barriers: z.array(optionOf('barriers')).exactOptional().describe('all that apply'),
    } satisfies Record<PulseQuestionId, z.ZodType>)
    .superRefine((answers: PulseAnswers['answers'], context) => {
      const broken = pulseAnswersBroken({ answers }, latestPulseQuestions);
      const path = broken?.question ? [broken.question] : [];
      if (broken) context.addIssue({ code: 'custom', path, message: broken.message });
    }),
});
/** As it is sent. Read by the server it is `PulseAnswers`, with a list of options for every question. */
export type NewPulseAnswers = z.input<typeof NewPulseAnswers>;

const closedWave = z
  .uuid('wave must be the id of a wave')
  .optional()
  .describe('closed; the last unless given');

/** `GET /api/pulse/results` and `/api/pulse/results.csv`. */
export const PulseResultsQuery = z.strictObject({
  wave: closedWave,
  organisation: repeatable(key)
    .optional()
    .describe('slug, with those below it; all unless given; all of government comes with them'),
  grade: repeatable(z.enum(grades)).optional().describe('all unless given; everyone comes with them'),
  audience: z.enum(audiences).optional().describe('whose services are asked about; both unless given'),
  question: repeatable(z.enum(pulseTopics)).optional().describe('all unless given'),
});
export type PulseResultsQuery = z.infer<typeof PulseResultsQuery>;

export const PulseResult = z.object({
  measure: z.enum(pulseMeasureIds),
  organisation: z.string().nullable().describe('slug, with those below it; null for all of government'),
  grade: z.enum(grades).nullable().describe('null for everyone'),
  status: z
    .enum(['shown', 'nobody', 'suppressed'])
    .describe('suppressed: of fewer than 10 people, or telling of fewer'),
  base: z.number().int().nullable().describe('people who answered; null where suppressed'),
  answers: z
    .number()
    .int()
    .nullable()
    .describe('what shares are of: the base, or the answers to both questions'),
  options: z
    .array(
      z.object({
        option: z.string(),
        label: z.string(),
        count: z.number().int(),
        share: z.number().describe('of the answers, in per cent, not rounded'),
        change: z
          .object({
            points: z.number().describe('percentage points since the wave before, not rounded'),
            margin: z.number().describe('either way, at 95% confidence'),
          })
          .nullable()
          .describe('null where the wave before does not show the group'),
      }),
    )
    .describe('none unless shown'),
});
export type PulseResult = z.infer<typeof PulseResult>;

export const PulseResults = z.object({
  wave: PulseWave,
  before: PulseWave.nullable().describe('the wave that changes are since'),
  responses: z
    .number()
    .int()
    .nullable()
    .describe('to the wave, of all of government whatever is asked for; null where they are 1 to 9'),
  organisations: z
    .array(OrganisationName.extend({ parent: z.string().nullable().describe('slug') }))
    .describe('as they were on the day the wave opened'),
  items: z.array(PulseResult),
});
export type PulseResults = z.infer<typeof PulseResults>;

/** `GET /api/pulse/recorded`: what leads recorded, to stand beside what staff said. */
export const PulseRecordedQuery = z.strictObject({
  wave: closedWave,
  organisation: repeatable(key).optional().describe('slug; all that the caller may see unless given'),
});
export type PulseRecordedQuery = z.infer<typeof PulseRecordedQuery>;

/** As of the day on which the wave closed, as it is known now, of what the caller may see. */
export const PulseRecorded = z.object({
  wave: PulseWave,
  items: z.array(
    z.object({
      organisation: z
        .string()
        .nullable()
        .describe('slug, with those below it; null for all of government, for whoever may see all of it'),
      total: Counts,
      byAudience: z.object({ external: Counts, internal: Counts }),
      confidence: z
        .object({ quarter: z.string(), confidence: z.enum(confidences) })
        .nullable()
        .describe('of its own last return; null where it has submitted none, and for all of government'),
      openBarriers: z
        .partialRecord(z.enum(barrierCategories), z.number().int())
        .describe('recorded and not resolved'),
    }),
  ),
});
export type PulseRecorded = z.infer<typeof PulseRecorded>;
