import { audiences, stages, stagesOrNone } from '@headway/domain';
import * as z from 'zod';
import { OrganisationName } from './organisations.js';
import { calendarDate, line, properName, optionalLine, optionalText, optionalWebAddress } from './text.js';
import { key, listOf, paging, repeatable, search, somethingChanged, uuidPattern } from './lists.js';

export const Service = z.object({
  id: z.uuid(),
  reference: z.string(),
  name: z.string(),
  audience: z.enum(audiences),
  description: z.string().nullable(),
  address: z.string().nullable(),
  transactionsAYear: z.number().int().nullable(),
  owner: z.string().nullable().describe('senior responsible owner'),
  opensOn: z.string().nullable().describe('null where it opened before records began'),
  organisation: OrganisationName.extend({ id: z.uuid() }),
  stage: z.enum(stagesOrNone),
  stageSince: z.string().nullable(),
  redesignUnderWay: z.boolean(),
  frontOffice: z.enum(stages).nullable(),
  middleOffice: z.enum(stages).nullable(),
  backOffice: z.enum(stages).nullable(),
  lastRecordedAt: z.string().nullable().describe('when the stage was last recorded or confirmed'),
  version: z.number().int(),
});
export type Service = z.infer<typeof Service>;

export const ServiceList = listOf(Service);

const sorts = ['name', 'reference', 'organisation', 'stage', 'stageSince', 'transactionsAYear'] as const;
export type ServiceSort = (typeof sorts)[number];

/** What narrows a list of services: the same on the list, the portfolio and the downloads. */
export const serviceFilters = {
  organisation: repeatable(key).optional().describe('slug; agencies are included'),
  audience: z.enum(audiences).optional(),
  stage: repeatable(z.enum(stagesOrNone)).optional(),
  q: search.describe('words in the name, reference or description'),
  on: calendarDate('on').optional().describe('as of this date; today unless given'),
};

export const ServicesQuery = z.strictObject({
  ...paging,
  ...serviceFilters,
  sort: z.enum([...sorts, ...sorts.map((sort) => `-${sort}` as const)]).default('name'),
});
export type ServicesQuery = z.infer<typeof ServicesQuery>;

export const ServicesDownloadQuery = z.strictObject(serviceFilters);
export type ServiceFilters = z.infer<typeof ServicesDownloadQuery>;

export const referencePattern = /^[A-Za-z0-9][A-Za-z0-9._/-]{0,39}$/;
const reference = line('Reference', 40).refine(
  (text) => referencePattern.test(text) && !uuidPattern.test(text),
  'Reference must be letters, numbers, hyphens, dots and slashes only, like DWP-014',
);

const details = {
  name: properName(300, 'Enter the name of the service'),
  audience: z.enum(audiences, { error: 'Select who the service is for' }),
  description: optionalText('Description', 2000),
  address: optionalWebAddress('Service address'),
  transactionsAYear: z
    .number({ error: 'Transactions a year must be a whole number' })
    .int('Transactions a year must be a whole number')
    .min(0, 'Transactions a year must be 0 or more')
    .max(1e12, 'Transactions a year must be a million million or fewer')
    .nullable(),
  owner: optionalLine('Senior responsible owner', 200),
  opensOn: calendarDate('The date the service opened').nullable(),
};

export const NewService = z.strictObject({
  ...details,
  organisation: key.refine((slug) => slug !== '', 'Select the organisation that owns the service'),
  reference: reference.optional().describe('made from the abbreviation unless given'),
  description: details.description.default(null),
  address: details.address.default(null),
  transactionsAYear: details.transactionsAYear.default(null),
  owner: details.owner.default(null),
  opensOn: details.opensOn.default(null),
});
export type NewService = z.infer<typeof NewService>;

export const ServiceChange = z
  .strictObject({
    name: details.name.exactOptional(),
    audience: details.audience.exactOptional(),
    description: details.description.exactOptional(),
    address: details.address.exactOptional(),
    transactionsAYear: details.transactionsAYear.exactOptional(),
    owner: details.owner.exactOptional(),
    opensOn: details.opensOn.exactOptional(),
  })
  .refine(...somethingChanged);
export type ServiceChange = z.infer<typeof ServiceChange>;
