import { organisationKinds } from '@headway/domain';
import * as z from 'zod';
import { calendarDate, optionalLine, properName } from './text.js';
import { returnLock } from './return-lock.js';
import { key, listOf, paging, search, somethingChanged } from './lists.js';

export const OrganisationName = z.object({
  slug: z.string(),
  name: z.string(),
  abbreviation: z.string().nullable(),
});
export type OrganisationName = z.infer<typeof OrganisationName>;

/** One that another became, or was formed from, with the day; by its name at that time. */
const Succession = OrganisationName.extend({ on: z.string() });

export const Organisation = OrganisationName.extend({
  id: z.uuid(),
  kind: z.enum(organisationKinds),
  parent: OrganisationName.nullable(),
  existsFrom: z.string().nullable(),
  existsTo: z.string().nullable().describe('the day after its last'),
  predecessors: z.array(Succession).describe('that ended in it'),
  successors: z.array(Succession).describe('that it ended in'),
  formerNames: z
    .array(OrganisationName.omit({ slug: true }).extend({ untilOn: z.string() }))
    .describe('oldest first'),
  lock: returnLock,
  formerParents: z
    .array(z.object({ parent: OrganisationName.nullable(), untilOn: z.string() }))
    .describe('what it was part of until when, by its name at that time; null where of none; oldest first'),
  services: z.number().int().describe('services that count today, its own without those below it'),
  version: z.number().int(),
});
export type Organisation = z.infer<typeof Organisation>;

export const OrganisationList = listOf(Organisation);

export const OrganisationsQuery = z.strictObject({
  ...paging,
  q: search,
  ended: z.literal('true').optional().describe('those that have ended, which are else left out'),
  sort: z.enum(['name', '-name', 'services', '-services']).default('name'),
});
export type OrganisationsQuery = z.infer<typeof OrganisationsQuery>;

const kind = z.enum(organisationKinds, { error: 'Select what kind of organisation it is' });
const parent = key.nullable().describe('slug of the organisation it is part of');

export const NewOrganisation = z.strictObject({
  name: properName(200, 'Enter the name of the organisation'),
  abbreviation: optionalLine('Abbreviation', 20).default(null),
  kind,
  parent: parent.default(null),
  existsFrom: calendarDate('existsFrom').nullable().default(null),
});
export type NewOrganisation = z.infer<typeof NewOrganisation>;

export const OrganisationChange = z
  .strictObject({
    name: properName(200, 'Enter the name of the organisation').exactOptional(),
    abbreviation: optionalLine('Abbreviation', 20).exactOptional(),
    kind: kind.exactOptional(),
    parent: parent.exactOptional(),
    existsFrom: calendarDate('existsFrom').nullable().exactOptional(),
  })
  .refine(...somethingChanged);
export type OrganisationChange = z.infer<typeof OrganisationChange>;
