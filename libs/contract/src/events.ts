import * as z from 'zod';

export const eventKinds = [
  'service.changed',
  'organisation.changed',
  'services.imported',
  'organisations.reorganised',
  'barrier.changed',
  'threshold.changed',
  /** More was missed than is still known, or it is not known what. */
  'everything.changed',
] as const;
export type EventKind = (typeof eventKinds)[number];

/** What `GET /api/events` says: that something the listener may see has changed. */
export const HeadwayEvent = z.object({
  kind: z.enum(eventKinds),
  subject: z
    .string()
    .nullable()
    .describe(
      'reference of the service, slug of the organisation, signal of the threshold; null where it is not one thing',
    ),
});
export type HeadwayEvent = z.infer<typeof HeadwayEvent>;
