import { mailKinds, mailStates } from '@headway/domain';
import * as z from 'zod';
import { listOf, paging } from './lists.js';
import { OrganisationName } from './organisations.js';

const MailSummary = z.object({
  id: z.uuid(),
  kind: z.enum(mailKinds),
  to: z.object({ name: z.string(), email: z.string() }),
  subject: z.string(),
  quarter: z.string(),
  organisation: OrganisationName.describe('whose return it is about'),
  madeAt: z.string(),
  state: z
    .enum(mailStates)
    .describe('outbox: made while there was no GOV.UK Notify, so it never leaves; failed: given up'),
  sentAt: z.string().nullable().describe('when GOV.UK Notify took it'),
  failure: z.string().nullable().describe('what came of the last try, where that failed'),
  attempts: z.number().int(),
});

export const Mail = MailSummary.extend({ body: z.string().describe('plain text') });
export type Mail = z.infer<typeof Mail>;

/** Everything that Headway wrote to somebody, newest first. */
export const MailList = listOf(MailSummary).extend({
  leaves: z.boolean().describe('whether mail goes out by GOV.UK Notify; else it is kept here only'),
});
export type MailList = z.infer<typeof MailList>;

export const MailQuery = z.strictObject({ ...paging });
export type MailQuery = z.infer<typeof MailQuery>;
