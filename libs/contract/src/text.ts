import { dateBroken, endOfLondonDay, isCalendarDate, isInstant, londonDate } from '@headway/domain';
import * as z from 'zod';

const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u2028\u2029]/;
const lineBreaks = /[\t\n\r]/;

/** Characters of which something can be seen: no spaces, no format characters, no blanks that look like letters. */
const visible = /[^\s\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/u;

/**
 * Text that PostgreSQL, JSON, CSV and a page can all carry: whole characters, no controls, trimmed. Text of which
 * nothing can be seen is none.
 */
function clean(what: string, max: number) {
  return z
    .string({ error: `${what} must be text` })
    .refine((text) => text.isWellFormed() && !controls.test(text), {
      error: `${what} must not contain control characters or broken characters`,
      abort: true,
    })
    .transform((text) => (visible.test(text) ? text.normalize('NFC').trim() : ''))
    .pipe(z.string().max(max, `${what} must be ${max.toLocaleString('en-GB')} characters or fewer`));
}

/** One line of text that must say something. */
export function line(what: string, max: number, missing = `Enter ${what.toLowerCase()}`) {
  return clean(what, max)
    .refine((text) => !lineBreaks.test(text), { error: `${what} must be on one line`, abort: true })
    .pipe(z.string().min(1, missing));
}

const standsForNothing = /^(#[a-z0-9/]+[!?]?|\[.*\]|[^\p{L}\p{N}]+)$/iu;

/** One line that names something: no error of a spreadsheet, nothing in brackets only, no mere marks. */
export function properName(max: number, missing: string) {
  return line('Name', max, missing).refine((text) => !standsForNothing.test(text), {
    error: 'Name must have a letter or a number in it, and not be an error or in brackets like [none]',
  });
}

/** Text of several lines or none; blank is null. */
export function optionalText(what: string, max: number) {
  return clean(what, max)
    .transform((text) => text || null)
    .nullable();
}

/** Text of several lines that must say something. */
export function neededText(what: string, max: number, missing: string) {
  return optionalText(what, max)
    .refine((text) => text !== null, missing)
    .transform((text) => text!);
}

/** One line or none; blank is null. */
export function optionalLine(what: string, max: number) {
  return optionalText(what, max).refine((text) => text === null || !lineBreaks.test(text), {
    error: `${what} must be on one line`,
  });
}

/** An address on the web, or blank for none. */
export function optionalWebAddress(what: string) {
  return optionalLine(what, 2000).refine(
    (text) => text === null || (/^https?:\/\/[^\s/]+\S*$/i.test(text) && URL.canParse(text)),
    { error: `${what} must be a web address, like https://www.gov.uk/example` },
  );
}

/** A calendar date, `YYYY-MM-DD`, that is no slip. */
export function calendarDate(what: string) {
  return z
    .string({ error: `${what} must be a date, like 2026-03-31` })
    .refine(isCalendarDate, { error: `${what} must be a real date, like 2026-03-31`, abort: true })
    .superRefine(noSlip(what));
}

function noSlip(what: string) {
  return (date: string, context: z.RefinementCtx) => {
    const broken = dateBroken(date, what);
    if (broken) context.addIssue({ code: 'custom', message: broken.message });
  };
}

/** A moment in UTC, or a day, which is its end in London; as an instant to the millisecond. */
export function moment(what: string) {
  return z
    .string({ error: `${what} must be a date or a time, like 2026-03-31T17:00:00Z` })
    .refine((text) => isCalendarDate(text) || isInstant(text), {
      error: `${what} must be a real date or a time in UTC, like 2026-03-31T17:00:00Z`,
      abort: true,
    })
    .superRefine((text, context) =>
      noSlip(what)(isCalendarDate(text) ? text : londonDate(new Date(text)), context),
    )
    .transform((text) => (isCalendarDate(text) ? endOfLondonDay(text) : new Date(text).toISOString()));
}
