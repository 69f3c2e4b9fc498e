import { stages } from '@headway/domain';
import * as z from 'zod';
import { calendarDate, optionalText, optionalWebAddress } from './text.js';
import { listOf, paging } from './lists.js';
import { Service } from './services.js';

const office = z.enum(stages).nullable().default(null);

/** What a lead says about a service; confirming is saying the same again. */
export const NewRecord = z.strictObject({
  stage: z.enum(stages, { error: 'Select the stage of the service' }),
  redesignUnderWay: z.boolean().default(false),
  frontOffice: office,
  middleOffice: office,
  backOffice: office,
  effectiveOn: calendarDate('The date the service reached this stage'),
  note: optionalText('Note', 4000).default(null),
  evidenceUrl: optionalWebAddress('Link to evidence').default(null),
});
export type NewRecord = z.infer<typeof NewRecord>;

export const StageRecord = z.object({
  id: z.uuid(),
  stage: z.enum(stages),
  redesignUnderWay: z.boolean(),
  frontOffice: z.enum(stages).nullable(),
  middleOffice: z.enum(stages).nullable(),
  backOffice: z.enum(stages).nullable(),
  effectiveOn: z.string(),
  note: z.string().nullable(),
  evidenceUrl: z.string().nullable(),
  recordedAt: z.string(),
  recordedBy: z.string().describe('name of the person'),
  kind: z.enum(['first', 'move', 'went_backwards', 'confirmation', 'detail']),
});
export type StageRecord = z.infer<typeof StageRecord>;

export const StageRecordList = listOf(StageRecord);
export const RecordsQuery = z.strictObject(paging);

/** The record just written, with the service as it now stands. */
export const RecordedStage = StageRecord.extend({ service: Service });
export type RecordedStage = z.infer<typeof RecordedStage>;
