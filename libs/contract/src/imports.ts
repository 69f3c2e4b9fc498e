import * as z from 'zod';

export const ImportQuery = z.strictObject({
  kind: z.enum(['services']),
  mode: z.enum(['check', 'apply']),
  createOrganisations: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional(),
});
export type ImportQuery = z.infer<typeof ImportQuery>;

export const ImportProblem = z.object({
  row: z.number().int().describe("the spreadsheet's own row; the header is 1"),
  column: z.string().nullable(),
  severity: z.enum(['error', 'warning']),
  code: z.string(),
  message: z.string(),
});
export type ImportProblem = z.infer<typeof ImportProblem>;

/** One thing the file would change, or did. */
export const ImportDifference = z.object({
  row: z.number().int(),
  reference: z.string().nullable(),
  name: z.string(),
  change: z.enum(['created', 'updated']),
  fields: z.array(
    z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
  ),
});
export type ImportDifference = z.infer<typeof ImportDifference>;

export const ImportReport = z.object({
  importId: z.uuid(),
  mode: z.enum(['check', 'apply']),
  rows: z.number().int(),
  created: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  organisationsCreated: z.array(z.string()).describe('names of organisations the file adds'),
  problems: z.array(ImportProblem),
  differences: z.array(ImportDifference).describe('the first 500'),
});
export type ImportReport = z.infer<typeof ImportReport>;
