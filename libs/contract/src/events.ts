import * as z from 'zod';

/** What `GET /api/events` says: that something the listener may see has changed. */
export const HeadwayEvent = z.object({
  kind: z.enum([
    'service.changed',
    'organisation.changed',
    'services.imported',
    'organisations.reorganised',
    'barrier.changed',
    'threshold.changed',
    'quarter.changed',
    'return.changed',
    /** More was missed than is still known, or it is not known what. */
    'everything.changed',
  ]),
  subject: z
    .string()
    .nullable()
    .describe(
      'reference of the service, slug of the organisation (of a return too), signal of the threshold, id of the quarter; null where it is not one thing',
    ),
});
export type HeadwayEvent = z.infer<typeof HeadwayEvent>;
