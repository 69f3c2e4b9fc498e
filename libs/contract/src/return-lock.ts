import { returnStates } from '@headway/domain';
import * as z from 'zod';

/** What of a thing is locked today. */
export const returnLock = z
  .object({
    quarter: z.string(),
    organisation: z.string().describe('whose return it is, by name'),
    state: z.enum(returnStates),
    from: z.string().describe('the first day that is locked'),
    upTo: z.string().describe('the last day that is locked'),
    askedUpTo: z
      .string()
      .nullable()
      .describe(
        'an earlier quarter asks for a change up to this day, so one from such a day on sends this return back',
      ),
  })
  .nullable()
  .describe('the return of an open quarter, submitted or signed off, that locks it');
