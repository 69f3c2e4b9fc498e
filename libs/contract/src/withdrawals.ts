import { reorganisationKinds } from '@headway/domain';
import * as z from 'zod';
import { key, listOf, paging } from './lists.js';
import { OrganisationName } from './organisations.js';
import { organisationChanges } from './reorganisations.js';
import { neededText } from './text.js';

const parent = OrganisationName.nullable();

/** What a reorganisation did to one organisation, as it was entered. */
export const MadeReorganisation = z.object({
  id: z.uuid(),
  kind: z.enum(reorganisationKinds),
  on: z.string(),
  note: z.string().nullable(),
  madeAt: z.string(),
  madeBy: z.string(),
  organisation: OrganisationName.describe('the one that it is listed for, as it is called now'),
  change: z.enum(organisationChanges).describe('what became of that one'),
  before: z.object({ name: z.string(), parent }).nullable().describe('null where it began'),
  after: z.object({ name: z.string(), parent }),
  services: z.number().int().describe('that it gave or received'),
  withdrawn: z.object({ at: z.string(), by: z.string(), reason: z.string() }).nullable(),
  canBeWithdrawn: z.boolean().describe('whether what was before it is kept, and it is not withdrawn'),
});
export type MadeReorganisation = z.infer<typeof MadeReorganisation>;

export const MadeReorganisationList = listOf(MadeReorganisation);

export const MadeReorganisationsQuery = z.strictObject({
  ...paging,
  organisation: key.describe('slug of the one that they are listed for'),
});
export type MadeReorganisationsQuery = z.infer<typeof MadeReorganisationsQuery>;

export const Withdrawal = z.strictObject({
  reason: neededText('Reason', 2000, 'Enter why it is withdrawn'),
});
export type Withdrawal = z.infer<typeof Withdrawal>;

/** What withdrawing a reorganisation would come to, or came to. */
export const WithdrawalReport = z.object({
  reorganisation: z.uuid(),
  kind: z.enum(reorganisationKinds),
  on: z.string(),
  organisations: z
    .array(OrganisationName.extend({ change: z.enum(organisationChanges) }))
    .describe('what it had done to each, which is undone'),
  services: z.number().int().describe('that go back to whoever had them'),
  inTheWay: z
    .array(z.string())
    .describe('what rests on it, in words; while there is any it is not withdrawn'),
});
export type WithdrawalReport = z.infer<typeof WithdrawalReport>;
