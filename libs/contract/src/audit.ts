import * as z from 'zod';
import { allGovernment } from '@headway/domain';
import { key, listOf, paging, repeatable, search } from './lists.js';
import { OrganisationName } from './organisations.js';
import { calendarDate } from './text.js';

const chain = {
  organisation: OrganisationName.nullable().describe('null for all of government'),
  position: z.number().int().describe('in the chain of its organisation, from 1'),
  hash: z.string().describe('SHA-256 over the entry and the hash of the one before it'),
};

export const AuditEntry = z.object({
  id: z.number().int(),
  at: z.string(),
  person: z.object({ name: z.string(), email: z.string() }),
  action: z.string(),
  subject: z
    .string()
    .describe('reference of the service, slug of the organisation, or id of what else it was'),
  detail: z.record(z.string(), z.unknown()),
  ...chain,
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** How long a chain is, and the hash of its last entry. */
export const AuditHead = z.object(chain);
export type AuditHead = z.infer<typeof AuditHead>;

export const AuditList = listOf(AuditEntry).extend({
  heads: z.array(AuditHead).describe('of the organisations asked for'),
});
export type AuditList = z.infer<typeof AuditList>;

export const AuditQuery = z.strictObject({
  ...paging,
  organisation: repeatable(key)
    .optional()
    .describe(`slug, without those below it; ${allGovernment} for entries of none`),
  person: search.describe('words in the name or email address of who did it'),
  action: repeatable(key).optional(),
  subject: key.optional(),
  from: calendarDate('from').optional().describe('in London'),
  to: calendarDate('to').optional().describe('in London, that day included'),
});
export type AuditQuery = z.infer<typeof AuditQuery>;
