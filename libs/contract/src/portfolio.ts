import { audiences, movementKinds, quarterOf, stages, standings, trendMeasures } from '@headway/domain';
import * as z from 'zod';
import { OrganisationName } from './organisations.js';
import { key, listOf, paging, repeatable } from './lists.js';
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

const filters = { organisation: repeatable(key).optional(), audience: z.enum(audiences).optional() };

export const PortfolioQuery = z.strictObject({
  on: calendarDate('on').optional(),
  compareWith: calendarDate('compareWith').optional().describe('an earlier date'),
  ...filters,
  ...pastView,
});
export type PortfolioQuery = z.infer<typeof PortfolioQuery>;
/** Which services are counted, whatever the date. */
export type PortfolioFilters = Pick<PortfolioQuery, 'organisation' | 'audience'>;

const beforeAndAfter = { before: Counts, after: Counts };

/** How services stood on an earlier date and on this one, apart from how the list itself has changed. */
export const Comparison = z.object({
  with: z.string(),
  overall: z.object(beforeAndAfter),
  sameServices: z
    .object({ services: count, ...beforeAndAfter })
    .describe('counted and recorded on both dates'),
  entered: count.describe('count on the second date and did not on the first'),
  left: count.describe('counted on the first date and do not on the second'),
  disagrees: z
    .boolean()
    .describe('live or beyond went one way overall and the other among the same services'),
});

const figures = {
  total: Counts,
  byAudience: z.object({ external: Counts, internal: Counts }),
  online: OnlineCounts,
  redesign: RedesignCounts,
  offices: z
    .object({ frontOffice: Counts, middleOffice: Counts, backOffice: Counts })
    .describe('each part on its own; not_recorded where nothing is said of that part'),
};
const boundaries = z.enum(['then', 'today']);

export const Portfolio = z.object({
  on: z.string(),
  boundaries,
  ...figures,
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
  comparison: Comparison.optional().describe('where compareWith is given'),
});
export type Portfolio = z.infer<typeof Portfolio>;

/** Quarters that a trend goes back at most. */
export const longestTrend = 60;
const quarter = (what: string) =>
  z.string().refine((id) => quarterOf(id) !== null, `${what} must be a quarter, like 2026-27-Q3`);

export const TrendQuery = z.strictObject({
  from: quarter('from').optional().describe('eleven quarters before `to` unless given'),
  to: quarter('to').optional().describe('the quarter of today unless given'),
  on: calendarDate('on').optional().describe('the quarter of it is counted on this day'),
  ...filters,
  ...pastView,
});
export type TrendQuery = z.infer<typeof TrendQuery>;

export const Trend = z.object({
  boundaries,
  quarters: z
    .array(
      z.object({
        quarter: z.string(),
        on: z.string().describe('its last day; in the quarters of `on` and of today, that day'),
        ...figures,
      }),
    )
    .describe(`oldest first, ${longestTrend} at most`),
  byOrganisation: z.array(
    z.object({
      organisation: OrganisationName.extend({
        parent: z.string().nullable().describe('slug, in the last of these quarters'),
      }),
      quarters: z
        .array(z.object({ name: z.string(), counts: Counts }).nullable())
        .describe('null where it did not exist; with the name it had'),
    }),
  ),
});
export type Trend = z.infer<typeof Trend>;

/** The view of a portfolio as one file: what `/api/portfolio` and its trend answer, in words and tables. */
export const PortfolioDownloadQuery = z.strictObject({
  ...PortfolioQuery.shape,
  from: TrendQuery.shape.from,
  trendOf: z.enum(trendMeasures).default('stage').describe('what is shown quarter by quarter'),
});
export type PortfolioDownloadQuery = z.infer<typeof PortfolioDownloadQuery>;

const standing = z.enum(standings);
export const MovementsQuery = z.strictObject({
  from: calendarDate('from').optional().describe('a year before `to` unless given'),
  to: calendarDate('to').optional().describe('today unless given'),
  ...filters,
  ...pastView,
  kind: repeatable(z.enum(movementKinds))
    .optional()
    .describe('which services are listed: up and down unless given'),
  before: standing.optional().describe('listed are those that stood there on the first date'),
  after: standing.optional().describe('and there on the second'),
  ...paging,
});
export type MovementsQuery = z.infer<typeof MovementsQuery>;

/** A service that moved, entered, left or stayed, with what was said when it moved. */
export const MovedService = z.object({
  reference: z.string(),
  name: z.string(),
  organisation: OrganisationName,
  before: standing,
  after: standing,
  moves: z
    .array(z.object({ effectiveOn: z.string(), stage: z.enum(stages), note: z.string().nullable() }))
    .describe('every move after the first date, oldest first'),
});

export type MovedService = z.infer<typeof MovedService>;

export const Movements = z.object({
  from: z.string(),
  to: z.string(),
  boundaries,
  comparison: Comparison,
  matrix: z
    .array(z.object({ before: standing, after: standing, services: count }))
    .describe('from stage to stage; absent where it does not count on that date'),
  services: listOf(MovedService),
});
export type Movements = z.infer<typeof Movements>;
