import * as z from 'zod';

/** What `GET /api/events` says: that something the listener may see has changed. */
export const HeadwayEvent = z.object({
  kind: z.enum(['service.changed', 'organisation.changed', 'services.imported']),
  subject: z.string().nullable().describe('reference of the service, slug of the organisation'),
});
export type HeadwayEvent = z.infer<typeof HeadwayEvent>;
