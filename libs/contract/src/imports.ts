import * as z from 'zod';
import { OrganisationName } from './organisations.js';
import { key } from './lists.js';

/** What a file may say of a service, under the headings that every download has, in their order. */
export const importColumns = {
  reference: 'Reference',
  name: 'Service name',
  organisation: 'Organisation',
  audience: 'Audience',
  stage: 'Stage',
  stageReachedOn: 'Stage reached on',
  redesignUnderWay: 'Redesign under way',
  frontOffice: 'Front office',
  middleOffice: 'Middle office',
  backOffice: 'Back office',
  liveBy: 'Live by',
  redesignedBy: 'Redesigned by',
  transactionsAYear: 'Transactions a year',
  address: 'Service address',
  owner: 'Senior responsible owner',
  description: 'Description',
  opensOn: 'Opens on',
  note: 'Note',
  evidenceUrl: 'Evidence',
} as const;
export type ImportColumn = keyof typeof importColumns;
export const importColumnNames = Object.keys(importColumns) as [ImportColumn, ...ImportColumn[]];
export const neededColumns: readonly ImportColumn[] = ['name', 'organisation', 'audience'];

const column = z.enum(importColumnNames);

/** What headings of a file stand for: one of the columns, or null where one is left out. */
export const ColumnChoice = z
  .record(
    z
      .string()
      .max(300)
      .refine((text) => text.isWellFormed() && !text.includes('\0')),
    column.nullable(),
  )
  .refine((choice) => Object.keys(choice).length <= 100, 'Choose for 100 headings or fewer');
export type ColumnChoice = z.infer<typeof ColumnChoice>;

/** The heading, or the name of the sheet, under which a downloaded file says of which instant it is. */
export const knownAtHeading = 'Known at';

/** What stands there in a file that shows another day than its own. */
export function knownAtOfDay(instant: string, on: string): string {
  return `${instant} on ${on}`;
}

const yesOrNo = z.enum(['true', 'false']).transform((text) => text === 'true');

export const importKinds = ['services', 'barriers'] as const;
export type ImportKind = (typeof importKinds)[number];

export const ImportQuery = z
  .strictObject({
    kind: z.enum(importKinds),
    mode: z.enum(['check', 'apply']),
    importId: z.uuid().optional().describe('of the check that an apply does: that, or nothing'),
    overwriteNewer: yesOrNo
      .optional()
      .describe('whether what the file says goes before what Headway learned after the file was made'),
    createOrganisations: yesOrNo.optional().describe('of services only'),
    columns: z
      .string()
      .max(10_000)
      .transform((text, context): unknown => {
        try {
          return JSON.parse(text) as unknown;
        } catch {
          context.addIssue({ code: 'custom', message: 'columns must be JSON' });
          return z.NEVER;
        }
      })
      .pipe(ColumnChoice)
      .optional()
      .describe(
        'of services only: what headings stand for, as JSON like {"Dept":"organisation","Cost code":null}',
      ),
  })
  .refine(
    ({ kind, createOrganisations, columns }) =>
      kind === 'services' || (createOrganisations === undefined && columns === undefined),
    { path: ['kind'], error: 'createOrganisations and columns are for a file of services' },
  )
  .refine(({ mode, importId }) => mode === 'apply' || importId === undefined, {
    path: ['importId'],
    error: 'importId is for mode=apply',
  });
export type ImportQuery = z.infer<typeof ImportQuery>;

export const ImportProblem = z.object({
  row: z.number().int().describe("the spreadsheet's own row; the header is 1"),
  column: z.string().nullable(),
  cell: z.string().nullable().describe('where it stands, like E14'),
  severity: z.enum(['error', 'warning']),
  code: z.string(),
  message: z.string(),
});
export type ImportProblem = z.infer<typeof ImportProblem>;

/** One thing the file would change, or did. */
export const ImportDifference = z.object({
  row: z.number().int(),
  reference: z.string().nullable().describe('of the service, or of the one that a barrier holds back'),
  name: z.string().describe('of the service, or how the description of a barrier begins'),
  change: z.enum(['created', 'updated']),
  fields: z.array(
    z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
  ),
});
export type ImportDifference = z.infer<typeof ImportDifference>;

/** A cell that Headway knows better than the file: changed since the file was made, and not in the file. */
export const NewerInHeadway = z.object({
  row: z.number().int(),
  column: z.string(),
  cell: z.string().nullable().describe('where it stands, like E14'),
  reference: z.string().nullable().describe('of the service, or of the one that a barrier holds back'),
  name: z.string(),
  file: z.string().nullable().describe('what the file says'),
  now: z.string().nullable().describe('what Headway knows, and keeps'),
  by: z.string().nullable().describe('who changed it, where that is known'),
  at: z.string().nullable().describe('when, where that is known'),
});
export type NewerInHeadway = z.infer<typeof NewerInHeadway>;

/** What an apply is refused with: a row that would do something else now than when it was checked. */
export const ChangedInBetween = z.object({
  row: z.number().int(),
  reference: z.string().nullable(),
  name: z.string(),
  fields: z
    .array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }))
    .describe('what changed in Headway after the check'),
});
export type ChangedInBetween = z.infer<typeof ChangedInBetween>;

/** A heading of the file and how it is read. */
export const ImportHeading = z.object({
  heading: z.string(),
  letter: z.string().describe('of its column, like E'),
  samples: z.array(z.string()).describe('the first different values, 3 at most'),
  column: column.nullable().describe('what it is read as; null where it is left out'),
  by: z
    .enum(['name', 'choice', 'remembered'])
    .nullable()
    .describe('how that is known; null where nothing is'),
  suggestion: column.nullable().describe('what it may mean, where nothing is known'),
});
export type ImportHeading = z.infer<typeof ImportHeading>;

export const ImportReport = z.object({
  importId: z.uuid(),
  mode: z.enum(['check', 'apply']),
  rows: z.number().int(),
  created: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  missing: z
    .number()
    .int()
    .describe(
      "services of the file's organisations that are not in it, and stay; 0 for barriers, which all stay",
    ),
  organisationsCreated: z.array(z.string()).describe('names of organisations the file adds'),
  headings: z.array(ImportHeading).describe('none for barriers, whose columns are known by their names'),
  problems: z.array(ImportProblem).describe('the first 1,000 errors and the first 1,000 warnings'),
  problemCounts: z.object({ error: z.number().int(), warning: z.number().int() }).describe('of all of them'),
  differences: z.array(ImportDifference).describe('the first 500'),
  newer: z.array(NewerInHeadway).describe('the first 500, left as they are'),
  newerCount: z.number().int().describe('of all of them'),
  knownAt: z
    .object({
      from: z.string().nullable().describe('the earliest instant; null where no row says one'),
      to: z.string().nullable(),
      rowsWithout: z.number().int().describe('that are compared with what is known now'),
    })
    .describe('of which instants the rows of the file are'),
  missingServices: z
    .array(z.object({ reference: z.string(), name: z.string(), organisation: z.string() }))
    .describe('the first 500'),
});
export type ImportReport = z.infer<typeof ImportReport>;

/** What headings stand for in the files of an organisation, so that nobody is asked twice. */
export const ImportMapping = z.object({
  organisation: OrganisationName.nullable().describe('null for those who work for all of government'),
  columns: z.record(z.string(), column.nullable()),
});
export type ImportMapping = z.infer<typeof ImportMapping>;

export const ImportMappingList = z.object({ items: z.array(ImportMapping) });
export type ImportMappingList = z.infer<typeof ImportMappingList>;

const whose = key
  .nullable()
  .optional()
  .describe("slug, null for all of government; the person's own unless given");

export const NewImportMapping = z.strictObject({
  organisation: whose,
  columns: ColumnChoice.refine((choice) => Object.keys(choice).length > 0, 'Choose for a heading or more'),
});
export type NewImportMapping = z.infer<typeof NewImportMapping>;

export const ForgottenMapping = z.strictObject({
  organisation: key.optional().describe("slug; the person's own unless given"),
});
export type ForgottenMapping = z.infer<typeof ForgottenMapping>;
