import { quarterStates, returnStates } from '@headway/domain';
import * as z from 'zod';
import { key, listOf, paging } from './lists.js';
import { calendarDate, neededText } from './text.js';

const count = z.number().int();

/** In a path; what is no quarter is simply not there. */
export const quarterId = key;

/** How many returns are in each state; `expected` is the others added up. */
export const ReturnCounts = z.object({
  expected: count,
  ...(Object.fromEntries(returnStates.map((state) => [state, count])) as Record<
    (typeof returnStates)[number],
    typeof count
  >),
});

/** A frozen view of a quarter: figures, lists, definitions and names as they stood when it was closed. */
export const Revision = z.object({
  revision: count.describe('from 1'),
  frozenAt: z.string(),
  sha256: z.string().describe('of its canonical bytes, hexadecimal'),
  reason: z.string().nullable().describe('why it was re-opened before; null for the first'),
});
export type Revision = z.infer<typeof Revision>;

export const Quarter = z.object({
  id: z.string(),
  from: z.string(),
  to: z.string().describe('its last day, which its figures are of'),
  state: z.enum(quarterStates),
  dueOn: z.string().nullable().describe('when returns are due; null while planned'),
  openedAt: z.string().nullable(),
  closedAt: z.string().nullable(),
  closedBy: z.string().nullable().describe('name of the person'),
  /** So that the page need not offer what would be refused. */
  mayReopen: z.boolean().describe('closed, and by somebody else than who asks'),
  returns: ReturnCounts,
  revisions: z.array(Revision).describe('oldest first'),
  version: count.describe('0 while planned'),
});
export type Quarter = z.infer<typeof Quarter>;

export const QuarterList = listOf(Quarter);
export const QuartersQuery = z.strictObject({ ...paging });
export type QuartersQuery = z.infer<typeof QuartersQuery>;

export const QuarterOpening = z.strictObject({ dueOn: calendarDate('The due date') });
export type QuarterOpening = z.infer<typeof QuarterOpening>;

/** What of an open quarter can be changed. */
export const DueDateChange = z.strictObject({ dueOn: calendarDate('The due date') });
export type DueDateChange = z.infer<typeof DueDateChange>;

export const QuarterClosing = z.strictObject({
  withUnfinished: z
    .boolean()
    .default(false)
    .describe('whether it closes although returns are neither signed off nor excused'),
});
export type QuarterClosing = z.infer<typeof QuarterClosing>;

export const QuarterReopening = z.strictObject({
  reason: neededText('Reason', 2000, 'Enter a reason for re-opening the quarter'),
});
export type QuarterReopening = z.infer<typeof QuarterReopening>;

/** For one that was opened by mistake, while nobody has answered. */
export const QuarterTakingBack = z.strictObject({
  reason: neededText('Reason', 2000, 'Enter why the quarter is taken back'),
});
export type QuarterTakingBack = z.infer<typeof QuarterTakingBack>;

/** What a reminder came to; nobody is reminded of the same twice a day. */
export const Reminded = z.object({
  sent: count.describe('emails'),
  toApprovers: count.describe('of these, to those who can sign off what is submitted'),
  unreachable: count.describe('returns that still wait for somebody, with nobody to remind'),
});
export type Reminded = z.infer<typeof Reminded>;
