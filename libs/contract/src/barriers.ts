import { barrierCategories } from '@headway/domain';
import * as z from 'zod';
import { OrganisationName } from './organisations.js';
import { returnLock } from './return-lock.js';
import { key, repeatable, somethingChanged } from './lists.js';
import { calendarDate, moment, neededText, optionalLine, optionalText } from './text.js';

/** What holds back a service, or a whole organisation: one of the two is null. */
export const Barrier = z.object({
  id: z.uuid(),
  service: z.object({ reference: z.string(), name: z.string() }).nullable(),
  organisation: OrganisationName.extend({ id: z.uuid() }).describe(
    "the service's owner, or the one held back",
  ),
  category: z.enum(barrierCategories),
  description: z.string(),
  nextAction: z.string().nullable(),
  nextActionOwner: z.string().nullable().describe('who does it'),
  raisedOn: z.string(),
  resolvedOn: z.string().nullable(),
  lock: returnLock,
  version: z.number().int(),
});
export type Barrier = z.infer<typeof Barrier>;

const asKnownAt = moment('asKnownAt').optional().describe('as far as was known then; now unless given');

export const BarriersQuery = z.strictObject({ asKnownAt });
export type BarriersQuery = z.infer<typeof BarriersQuery>;

/** Those still open first, each by when it was raised, newest first. */
export const BarrierList = z.object({ items: z.array(Barrier) });
export type BarrierList = z.infer<typeof BarrierList>;

export const BarriersDownloadQuery = z.strictObject({
  organisation: repeatable(key).optional().describe('slug; its services and agencies are included'),
  category: z.enum(barrierCategories).optional(),
  open: z
    .enum(['true', 'false'])
    .optional()
    .describe('holds something back today, or not: it is resolved, or its service closed; both unless given'),
});
export type BarriersDownloadQuery = z.infer<typeof BarriersDownloadQuery>;

/** What a file may say of a barrier, under the headings that the download has, in their order. */
export const barrierColumns = {
  reference: 'Reference',
  name: 'Service name',
  organisation: 'Organisation',
  category: 'Category',
  barrier: 'Barrier',
  nextAction: 'Next action',
  nextActionOwner: 'Who does it',
  raisedOn: 'Raised on',
  resolvedOn: 'Resolved on',
  barrierId: 'Barrier id',
} as const;
export type BarrierColumn = keyof typeof barrierColumns;
export const neededBarrierColumns: readonly BarrierColumn[] = ['category', 'barrier', 'raisedOn'];

const fields = {
  category: z.enum(barrierCategories, { error: 'Select what kind of barrier it is' }),
  description: neededText('Barrier', 2000, 'Enter what holds it back'),
  nextAction: optionalText('Next action', 1000),
  nextActionOwner: optionalLine('Who does it', 200),
  raisedOn: calendarDate('The date it was raised'),
  resolvedOn: calendarDate('The date it was resolved').nullable(),
};

export const NewBarrier = z.strictObject({
  category: fields.category,
  description: fields.description,
  nextAction: fields.nextAction.default(null),
  nextActionOwner: fields.nextActionOwner.default(null),
  raisedOn: fields.raisedOn,
});
export type NewBarrier = z.infer<typeof NewBarrier>;

/** `resolvedOn` resolves it; null opens it again. */
export const BarrierChange = z
  .strictObject({
    category: fields.category.exactOptional(),
    description: fields.description.exactOptional(),
    nextAction: fields.nextAction.exactOptional(),
    nextActionOwner: fields.nextActionOwner.exactOptional(),
    raisedOn: fields.raisedOn.exactOptional(),
    resolvedOn: fields.resolvedOn.exactOptional(),
  })
  .refine(...somethingChanged);
export type BarrierChange = z.infer<typeof BarrierChange>;

/** How a barrier stood after each change, newest first. */
export const BarrierHistory = z.object({
  items: z.array(
    Barrier.pick({
      category: true,
      description: true,
      nextAction: true,
      nextActionOwner: true,
      raisedOn: true,
      resolvedOn: true,
    }).extend({ changedAt: z.string(), changedBy: z.string() }),
  ),
});
export type BarrierHistory = z.infer<typeof BarrierHistory>;
