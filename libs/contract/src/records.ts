import { fallenReasons, mostInABatch, recordKinds, stages } from '@headway/domain';
import * as z from 'zod';
import { calendarDate, moment, neededText, optionalText, optionalWebAddress } from './text.js';
import { key, listOf, paging } from './lists.js';
import { Service } from './services.js';

const office = z.enum(stages).nullable().default(null);

/** What a lead says about a service; what says nothing new is kept as a confirmation. */
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

/**
 * Whoever has been shown what others wrote meanwhile, and keeps their own, says since when: what theirs contradicts
 * of it is corrected, and is no step backwards.
 */
const over = moment('over')
  .nullable()
  .optional()
  .describe('lastWrittenAt of the service as it was first read; null where nothing had been written');

export const PostedRecord = NewRecord.extend({ over });
export type PostedRecord = z.infer<typeof PostedRecord>;

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
  kind: z.enum(recordKinds).describe('worked out from the timeline, never stored'),
  stageBefore: z
    .enum(stages)
    .nullable()
    .describe('in force just before it; for a confirmation, what is in force on its day now'),
  replaces: z.uuid().nullable().describe('id of the record that it corrects'),
  reason: z.string().nullable().describe('why that record was corrected'),
  correction: z
    .object({ at: z.string(), by: z.string(), reason: z.string(), replacedBy: z.uuid().nullable() })
    .nullable()
    .describe('where this record was found wrong; replacedBy is null where it was withdrawn'),
  confirms: z
    .uuid()
    .nullable()
    .describe(
      'of a confirmation: id of the record it confirmed when made, whose stage and details are shown',
    ),
  fallen: z
    .enum(fallenReasons)
    .nullable()
    .describe('why a confirmation no longer counts though nobody withdrew it'),
});
export type StageRecord = z.infer<typeof StageRecord>;

export const StageRecordList = listOf(StageRecord);
export const RecordsQuery = z.strictObject({ ...paging, asKnownAt: moment('asKnownAt').optional() });
export type RecordsQuery = z.infer<typeof RecordsQuery>;

/** The record just written, with the service as it now stands. */
export const RecordedStage = StageRecord.extend({ service: Service });
export type RecordedStage = z.infer<typeof RecordedStage>;

const reason = neededText('Reason', 2000, 'Enter a reason for the correction');

/** What should have been said instead; or that nothing should have been said at all. */
export const Correction = z.union([
  z.strictObject({ withdrawn: z.literal(true), reason }),
  NewRecord.extend({ reason }),
]);
export type Correction = z.infer<typeof Correction>;

/** The service as it now stands, and the record that replaced the wrong one, if any did. */
export const CorrectedStage = z.object({ record: StageRecord.nullable(), service: Service });
export type CorrectedStage = z.infer<typeof CorrectedStage>;

/** Which service, and the version of it that was read. */
const of = {
  service: key.describe('uuid or reference'),
  version: z.number({ error: 'Say which version you read' }).int().min(1),
};

/** One row of many: a new record, what is in force said again, or an earlier record put right or withdrawn. */
export const BatchRow = z.discriminatedUnion(
  'change',
  [
    PostedRecord.extend({ change: z.literal('record'), ...of }),
    z.strictObject({
      change: z.literal('confirm'),
      ...of,
      effectiveOn: calendarDate('The date of the confirmation'),
    }),
    NewRecord.extend({ change: z.literal('correct'), ...of, record: z.uuid(), reason }),
    z.strictObject({ change: z.literal('withdraw'), ...of, record: z.uuid(), reason }),
  ],
  { error: 'Say what to change: record, confirm, correct or withdraw' },
);
export type BatchRow = z.infer<typeof BatchRow>;

export const Batch = z.strictObject({
  records: z
    .array(BatchRow)
    .min(1, 'Send at least one record')
    .max(mostInABatch, `Send ${mostInABatch} records or fewer at once`),
});
export type Batch = z.infer<typeof Batch>;

/** A result per row, in the order of the rows. */
export const BatchResult = z.object({ results: z.array(CorrectedStage) });
export type BatchResult = z.infer<typeof BatchResult>;

/** What a row will come to by the whole history as it is now; null for one that breaks a rule. */
export const RecordOutcome = z
  .object({
    kind: z.enum(recordKinds),
    stageBefore: z.enum(stages).nullable(),
    willBe: z
      .object({ stage: z.enum(stages), since: z.string() })
      .nullable()
      .describe('in force today once it is written'),
    contradicted: z.array(z.string()).describe('which confirmations it speaks against, in sentences'),
  })
  .nullable();
export type RecordOutcome = z.infer<typeof RecordOutcome>;

/** An outcome per row, in the order of the rows; nothing is written. */
export const BatchCheck = z.object({ outcomes: z.array(RecordOutcome) });
export type BatchCheck = z.infer<typeof BatchCheck>;

/** Beside a problem 412 of a batch: the rows that somebody was quicker with, as they now stand. */
export const BatchConflict = z.object({ row: z.number().int().describe('from 0'), service: Service });
export type BatchConflict = z.infer<typeof BatchConflict>;
