import { latestDate } from '@headway/domain';
import * as z from 'zod';
import { readTypedDate } from '../typed-date';

/** Three date fields as the contract wants them: a calendar date, or null where all are blank. */
export function dateFields(what: string, latest = latestDate) {
  return z.object({ day: z.string(), month: z.string(), year: z.string() }).transform((typed, context) => {
    const read = readTypedDate(typed, what, { latest });
    if (read === null || typeof read === 'string') return read;
    context.addIssue({ code: 'custom', message: read.message });
    return z.NEVER;
  });
}

/** A text box that holds a whole number or nothing; thousands may be set apart as people write them. */
export function wholeNumberField(message: string) {
  return z.string().transform((text, context) => {
    const typed = text.replace(/[\s,]/g, '');
    if (typed === '') return null;
    if (/^-?\d{1,15}$/.test(typed)) return Number(typed);
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });
}

/** A choice where the empty one stands for none. */
export const optionalChoice = z.string().transform((value) => value || null);
