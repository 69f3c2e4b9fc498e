import { returnStates } from '@headway/domain';
import * as z from 'zod';

/** What of a thing is locked today. */
export const returnLock = z
  .object({
    quarter: z.string(),
    organisation: z.string().describe('whose return it is, by name'),
    state: z.enum(returnStates),
    upTo: z.string().describe('the last day of the quarter: what counts by then is locked'),
  })
  .nullable()
  .describe('the return of an open quarter, submitted or signed off, that locks it');
