import {
  audiences,
  barrierCategories,
  closeReasons,
  redesignStates,
  signals,
  stages,
  stagesOrNone,
  targetStages,
} from '@headway/domain';
import * as z from 'zod';
import { OrganisationName } from './organisations.js';
import { returnLock } from './return-lock.js';
import {
  calendarDate,
  line,
  moment,
  optionalLine,
  optionalText,
  optionalWebAddress,
  properName,
} from './text.js';
import { key, listOf, paging, repeatable, search, somethingChanged, uuidPattern } from './lists.js';

/** The date by which it should be live, or redesigned, and how far that date has moved since it was first set. */
export const Target = z.object({
  stage: z.enum(targetStages),
  dueOn: z.string().nullable().describe('null where the target was given up'),
  firstDueOn: z.string(),
  slippage: z.number().int().nullable().describe('days from the first date to the present one'),
});
export type Target = z.infer<typeof Target>;

/** A stretch of time in which a service is closed and counts nowhere. */
export const Closure = z.object({
  closedOn: z.string(),
  reopenedOn: z.string().nullable(),
  reason: z.enum(closeReasons),
  mergedInto: z.object({ reference: z.string(), name: z.string() }).nullable(),
  note: z.string().nullable(),
});
export type Closure = z.infer<typeof Closure>;

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
  closures: z.array(Closure).describe('oldest first; where the last has no reopenedOn the service is closed'),
  organisation: OrganisationName.extend({ id: z.uuid() }),
  stage: z.enum(stagesOrNone),
  stageSince: z.string().nullable(),
  redesignUnderWay: z.boolean(),
  frontOffice: z.enum(stages).nullable(),
  middleOffice: z.enum(stages).nullable(),
  backOffice: z.enum(stages).nullable(),
  evidenceUrl: z.string().nullable(),
  lastRecordedAt: z.string().nullable().describe('when the stage was last recorded or confirmed'),
  lastWrittenAt: z
    .string()
    .nullable()
    .describe('when anything was last written in its history, of whatever day: corrections too'),
  lastEffectiveOn: z.string().nullable().describe('the day that this last record or confirmation is of'),
  lastRecordedBy: z.string().nullable().describe('name of the person'),
  targets: z.array(Target),
  barriers: z.number().int().describe('that hold it back on the date'),
  lock: returnLock,
  version: z.number().int(),
});
export type Service = z.infer<typeof Service>;

export const ServiceList = listOf(Service);

const sorts = ['name', 'reference', 'organisation', 'stage', 'stageSince', 'transactionsAYear'] as const;
export type ServiceSort = (typeof sorts)[number];

/** Which past is asked for: by whose boundaries, and as it was known when. */
export const pastView = {
  boundaries: z
    .enum(['then', 'today'])
    .optional()
    .describe("by the owner on the date, or by today's; with asKnownAt by that of its day"),
  asKnownAt: moment('asKnownAt').optional().describe('as far as was known then; now unless given'),
};
export type PastView = { boundaries?: 'then' | 'today' | undefined; asKnownAt?: string | undefined };

const officeStages = repeatable(z.enum(stagesOrNone)).optional();

/** What narrows a list of services: the same on the list, the portfolio and the downloads. */
export const serviceFilters = {
  organisation: repeatable(key).optional().describe('slug; agencies are included'),
  audience: z.enum(audiences).optional(),
  stage: repeatable(z.enum(stagesOrNone)).optional(),
  redesign: repeatable(z.enum(redesignStates)).optional().describe('of the process behind it'),
  frontOffice: officeStages,
  middleOffice: officeStages,
  backOffice: officeStages,
  q: search.describe('words in the name, reference or description'),
  barrier: z.enum(barrierCategories).optional().describe('held back by one of this category on the date'),
  signal: repeatable(z.enum(signals)).optional().describe('that holds on the date: any of these'),
  closed: z.literal('true').optional().describe('those that are closed on the date, which are else left out'),
  on: calendarDate('on').optional().describe('as of this date; today unless given'),
  ...pastView,
};

export const ServicesQuery = z.strictObject({
  ...paging,
  ...serviceFilters,
  sort: z.enum([...sorts, ...sorts.map((sort) => `-${sort}` as const)]).default('name'),
});
export type ServicesQuery = z.infer<typeof ServicesQuery>;

/** One service as it stood on a date, as far as was known. */
export const ServiceQuery = z.strictObject({ on: serviceFilters.on, ...pastView });
export type ServiceQuery = z.infer<typeof ServiceQuery>;

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

export const ServiceClosing = z.strictObject({
  on: calendarDate('The date the service closed'),
  reason: z.enum(closeReasons, { error: 'Select why the service closed' }),
  mergedInto: key
    .nullable()
    .default(null)
    .describe('uuid or reference of the service that it became part of'),
  note: optionalText('Note', 2000).default(null),
});
export type ServiceClosing = z.infer<typeof ServiceClosing>;

export const ServiceReopening = z.strictObject({
  on: calendarDate('The date the service opened again'),
  note: optionalText('Reason', 2000).refine((text) => text !== null, 'Enter why the service opened again'),
});
export type ServiceReopening = z.infer<typeof ServiceReopening>;

export const ServiceTransfer = z.strictObject({
  organisation: key.refine((slug) => slug !== '', 'Select the organisation that the service goes to'),
  on: calendarDate('The date of the transfer'),
  note: optionalText('Note', 2000).default(null),
});
export type ServiceTransfer = z.infer<typeof ServiceTransfer>;

/** Who owned a service when, oldest first, each by the name it had then. */
export const Ownership = z.object({
  items: z.array(
    z.object({
      organisation: OrganisationName,
      fromOn: z.string().nullable(),
      toOn: z.string().nullable().describe('the day after its last'),
    }),
  ),
});
export type Ownership = z.infer<typeof Ownership>;
