import { packColumnTypes, packFormats, packSectionKeys } from '@headway/domain';
import * as z from 'zod';
import { wholeNumber } from './lists.js';
import { Portfolio, Trend } from './portfolio.js';
import { Revision } from './quarters.js';

const count = z.number().int();

/** The latest revision unless one is asked for. */
export const ReviewQuery = z.strictObject({ revision: wholeNumber('revision', 1, 1_000).optional() });
export type ReviewQuery = z.infer<typeof ReviewQuery>;

/** More rows than that are in the files only. */
export const mostReviewRows = 200;

export const ReviewTable = z.object({
  key: z.string(),
  name: z.string().describe('short: of its sheet'),
  title: z.string(),
  lines: z.array(z.string()).describe('what to know before reading it'),
  notes: z.array(z.string()).describe('keys of notes about all of it'),
  headers: count.describe('so many of the first columns name what a row is of'),
  columns: z.array(
    z.object({
      key: z.string(),
      header: z.string(),
      type: z
        .enum(packColumnTypes)
        .describe('share in per cent, points and margin in percentage points, to one decimal'),
      unit: z.string().nullable(),
      blank: z.enum(['x', 'z']).describe('what null means: not available, or not applicable'),
      notes: z.array(z.string()),
    }),
  ),
  rows: z
    .array(
      z.object({
        key: z.string().describe('slug, reference, stage … that the row is of'),
        level: count.describe('1 or more for a part of the row above, which is counted in it'),
        cells: z.array(z.union([z.string(), z.number(), z.null()])).describe('one a column'),
        revised: z.array(z.string()).describe('keys of columns whose value was another before'),
        suppressed: z
          .array(z.string())
          .describe('keys of columns whose value, null, could tell something about a person'),
      }),
    )
    .describe(`the first ${mostReviewRows}`),
  total: count.describe('of rows, which are all in the files'),
});
export type ReviewTable = z.infer<typeof ReviewTable>;

export const ReviewFile = z.object({
  format: z.enum(packFormats),
  name: z.string().describe('of the file'),
  address: z.string().describe('path to download it from'),
  bytes: count.nullable().describe('its size; null until it has been made, which it is when it is asked for'),
  sha256: z.string().nullable().describe('hexadecimal; also its ETag'),
});
export type ReviewFile = z.infer<typeof ReviewFile>;

/** One revision of a closed quarter's review, as a page shows it: the pack of its files, nothing worked out anew. */
export const Review = z.object({
  quarter: z.object({ id: z.string(), from: z.string(), to: z.string() }),
  revision: count,
  revisions: z.array(Revision).describe('all of this quarter, oldest first'),
  frozenAt: z.string(),
  sha256: z.string().describe('of the snapshot, hexadecimal'),
  title: z.string(),
  subtitle: z.string(),
  contact: z.string(),
  headline: z.array(z.string()).describe('sentences to take away, the most telling first'),
  changes: z
    .object({ lastQuarter: z.array(z.string()), lastYear: z.array(z.string()) })
    .describe('sentences since then, stage by stage'),
  sections: z.array(
    z.object({
      key: z.enum(packSectionKeys),
      heading: z.string(),
      sentences: z.array(z.string()),
      tables: z.array(z.string()).describe('keys of tables'),
    }),
  ),
  tables: z.array(ReviewTable),
  notes: z.array(z.object({ key: z.string(), text: z.string() })),
  definitions: z.array(
    z.object({
      heading: z.string(),
      terms: z.array(z.object({ term: z.string(), meaning: z.string() })),
    }),
  ),
  portfolio: Portfolio.describe('what the charts are drawn from; the comparison is with last year'),
  trend: Trend.describe('twelve quarters, this one last'),
  files: z.array(ReviewFile),
});
export type Review = z.infer<typeof Review>;
