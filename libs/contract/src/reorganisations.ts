import { type OrganisationChangeKind, reorganisationKinds, roles } from '@headway/domain';
import * as z from 'zod';
import { key } from './lists.js';
import { NewOrganisation, OrganisationName } from './organisations.js';
import { calendarDate, optionalLine, optionalText, properName } from './text.js';

const common = {
  on: calendarDate('The date of the change').describe('from this day on; today or in the past'),
  note: optionalText('Note', 2000).default(null),
};

const many = (what: string) => z.array(key).max(10_000, `${what} must be 10,000 or fewer`);
const services = many('Services').default([]).describe('references');
const organisations = many('Organisations').default([]).describe('slugs of agencies directly below it');

/** Left blank in a form it is missing, and not unknown. */
const named = (missing: string) => key.refine((slug) => slug !== '', missing);

const begun = NewOrganisation.omit({ existsFrom: true });
const receiver = z
  .union([named('Select the organisation that takes over'), begun])
  .describe('slug of one that there is, or one that begins on the date');

const RenameRequest = z.strictObject({
  kind: z.literal('rename'),
  ...common,
  organisation: named('Select the organisation that is renamed'),
  name: properName(200, 'Enter the new name of the organisation'),
  abbreviation: optionalLine('Abbreviation', 20).default(null),
});

const MergeRequest = z.strictObject({
  kind: z.literal('merge'),
  ...common,
  organisations: z
    .array(key)
    .min(1, 'Select at least one organisation that ends')
    .max(100, 'Organisations must be 100 or fewer')
    .describe('slugs of those that end'),
  into: receiver,
});

const SplitRequest = z.strictObject({
  kind: z.literal('split'),
  ...common,
  organisation: named('Select the organisation that is split').describe(
    'ends, unless it is one of the parts',
  ),
  parts: z
    .array(z.strictObject({ into: receiver, services, organisations }))
    .min(2, 'Say at least two organisations that it is divided among')
    .max(20, 'Parts must be 20 or fewer')
    .describe('what no part names goes to the first'),
});

const TransferRequest = z.strictObject({
  kind: z.literal('transfer'),
  ...common,
  from: named('Select the organisation that gives something away'),
  to: receiver,
  services,
  organisations,
});

const MoveRequest = z.strictObject({
  kind: z.literal('move'),
  ...common,
  organisation: named('Select the organisation that moves'),
  parent: named('Select what it becomes part of')
    .nullable()
    .describe('slug of the organisation that it becomes part of; null where it becomes independent'),
});

/** A change in the machinery of government, on one day. */
export const Reorganisation = z.discriminatedUnion(
  'kind',
  [RenameRequest, MergeRequest, SplitRequest, TransferRequest, MoveRequest],
  { error: 'Select what kind of change it is' },
);
export type Reorganisation = z.infer<typeof Reorganisation>;

export const ReorganisationQuery = z.strictObject({ mode: z.enum(['check', 'apply']) });
export type ReorganisationQuery = z.infer<typeof ReorganisationQuery>;

/** What becomes of an organisation by a reorganisation. */
export const organisationChanges = [
  'ended',
  'created',
  'renamed',
  'continues',
  'moved',
] as const satisfies readonly OrganisationChangeKind[];
const state = OrganisationName.omit({ slug: true }).extend({ parent: OrganisationName.nullable() });

/** What an organisation was on the day and what it is from then on; for one that ends, at last. */
const ReorganisedOrganisation = OrganisationName.extend({
  change: z.enum(organisationChanges).describe('moved where it becomes part of another, or of none'),
  kind: NewOrganisation.shape.kind,
  parent: OrganisationName.nullable(),
  before: state.nullable().describe('null where it begins'),
});
export type ReorganisedOrganisation = z.infer<typeof ReorganisedOrganisation>;

const ReorganisedService = z.object({
  reference: z.string(),
  name: z.string(),
  from: z.string().describe('slug'),
  to: z.string().describe('slug'),
  closed: z.boolean().describe('on the day'),
});
export type ReorganisedService = z.infer<typeof ReorganisedService>;

const ReorganisedPerson = z.object({
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  organisation: z.string().describe('slug of the one that ends'),
  carriedTo: z.array(z.string()).describe('slugs of those that the person has the role over from then on'),
});
export type ReorganisedPerson = z.infer<typeof ReorganisedPerson>;

/** What a reorganisation would change, or did. */
export const ReorganisationReport = z.object({
  mode: z.enum(['check', 'apply']),
  kind: z.enum(reorganisationKinds),
  on: z.string(),
  note: z.string().nullable(),
  organisations: z.array(ReorganisedOrganisation),
  services: z.array(ReorganisedService).describe('every one that goes from one to another'),
  people: z.array(ReorganisedPerson).describe('whose role is over an organisation that ends'),
  barriers: z
    .number()
    .int()
    .describe('open ones of organisations that end, which their successor takes over'),
  fingerprint: z.string().describe('SHA-256 over all this; as the ETag what apply needs in If-Match'),
});
export type ReorganisationReport = z.infer<typeof ReorganisationReport>;
