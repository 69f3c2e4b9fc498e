import { targetStages } from '@headway/domain';
import * as z from 'zod';
import { calendarDate, moment, optionalText } from './text.js';

export const targetStage = z.enum(targetStages);

export const TargetChange = z.strictObject({
  dueOn: calendarDate('The date of the target').nullable().describe('null gives the target up'),
  reason: optionalText('Reason', 2000).default(null).describe('needed where a target was set before'),
});
export type TargetChange = z.infer<typeof TargetChange>;

export const TargetsQuery = z.strictObject({ asKnownAt: moment('asKnownAt').optional() });
export type TargetsQuery = z.infer<typeof TargetsQuery>;

/** Every date that was set, newest first. */
export const TargetHistory = z.object({
  items: z.array(
    z.object({
      stage: targetStage,
      dueOn: z.string().nullable(),
      reason: z.string().nullable(),
      setAt: z.string(),
      setBy: z.string().describe('name of the person'),
    }),
  ),
});
export type TargetHistory = z.infer<typeof TargetHistory>;
