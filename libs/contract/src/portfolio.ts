import { audiences } from '@headway/domain';
import * as z from 'zod';
import { OrganisationName } from './organisations.js';
import { key, repeatable } from './lists.js';
import { pastView } from './services.js';
import { calendarDate } from './text.js';

const count = z.number().int();

/** `services` is the other five added up. */
export const Counts = z.object({
  services: count,
  not_started: count,
  in_progress: count,
  live: count,
  redesigned: count,
  not_recorded: count,
});

/** Whether users can complete it online: redesigned counts as live. */
export const OnlineCounts = Counts.omit({ redesigned: true });

/** Whether the process behind it was reinvented: complete, marked as under way, or neither. */
export const RedesignCounts = z.object({
  services: count,
  not_recorded: count,
  not_started: count,
  under_way: count,
  complete: count,
});

export const PortfolioQuery = z.strictObject({
  on: calendarDate('on').optional(),
  organisation: repeatable(key).optional(),
  audience: z.enum(audiences).optional(),
  ...pastView,
});
export type PortfolioQuery = z.infer<typeof PortfolioQuery>;
/** Which services are counted, whatever the date. */
export type PortfolioFilters = Pick<PortfolioQuery, 'organisation' | 'audience'>;

export const Portfolio = z.object({
  on: z.string(),
  boundaries: z.enum(['then', 'today']),
  total: Counts,
  byAudience: z.object({ external: Counts, internal: Counts }),
  online: OnlineCounts,
  redesign: RedesignCounts,
  offices: z
    .object({ frontOffice: Counts, middleOffice: Counts, backOffice: Counts })
    .describe('each part on its own; not_recorded where nothing is said of that part'),
  byOrganisation: z
    .array(
      z.object({
        organisation: OrganisationName.extend({ parent: z.string().nullable().describe('slug') }),
        counts: Counts,
      }),
    )
    .describe(
      "by name; an organisation's counts include those below it, so add up only those without parent",
    ),
});
export type Portfolio = z.infer<typeof Portfolio>;
