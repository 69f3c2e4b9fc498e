import { confidences, remindedRoles, returnStates, stages } from '@headway/domain';
import * as z from 'zod';
import { key } from './lists.js';
import { OrganisationName } from './organisations.js';
import { neededText, optionalText } from './text.js';

const count = z.number().int();
const confidence = z.enum(confidences, {
  error: 'Select how confident you are that planned transformation will be completed',
});

/** One organisation's return for a quarter: of its own services and of those below it. */
export const Return = z.object({
  quarter: z.string(),
  organisation: OrganisationName.extend({ id: z.uuid() }),
  state: z.enum(returnStates),
  dueOn: z.string(),
  workingDaysLate: count.describe('after the due date, while it is owed; 0 else'),
  services: z
    .object({
      total: count,
      said: count.describe('recorded or confirmed since the quarter began, for a day of it'),
      changed: count.describe('whose stage moved in the quarter'),
      notRecorded: count.describe('with no stage recorded at all, which nothing can be confirmed of'),
    })
    .describe('that count on the day that the return is about: the last of the quarter, or today'),
  confidence: confidence.nullable(),
  confidenceBefore: z
    .object({ quarter: z.string(), confidence })
    .nullable()
    .describe('in the last return before it that was submitted'),
  summary: z.string().nullable().describe('what changed, in words'),
  summaryDrafted: z
    .boolean()
    .describe('those words are written by Headway, and afresh until they are submitted'),
  draftedSummary: z.string().nullable().describe('what Headway would write now, while it is owed'),
  reviewed: z.boolean().describe('barriers and targets were looked at'),
  restUnchanged: z.boolean().describe('of services that nothing was said of nothing has changed'),
  reference: z.string().nullable().describe('of the last submission'),
  submittedAt: z.string().nullable(),
  submittedBy: z.string().nullable().describe('name of the person'),
  signedOffAt: z.string().nullable(),
  signedOffBy: z.string().nullable(),
  maySignOff: z
    .boolean()
    .describe('submitted, and the one who asks is an approver who saved or submitted no part of it'),
  excused: z.string().nullable().describe('why'),
  version: count,
});
export type Return = z.infer<typeof Return>;

/** Whose return waits for a role that nobody holds. */
export const UnreachableReturn = OrganisationName.extend({ waitsFor: z.enum(remindedRoles) });
export type UnreachableReturn = z.infer<typeof UnreachableReturn>;

export const ReturnList = z.object({
  items: z.array(Return).describe('by name of the organisation; those that the one who asks may see'),
  missing: z
    .array(OrganisationName)
    .describe('that have services by now but no return, since they came late; for oversight only'),
  unreachable: z
    .array(UnreachableReturn)
    .describe('that are waited for while the quarter is open, with nobody to remind; for oversight only'),
});
export type ReturnList = z.infer<typeof ReturnList>;

/** One that came late, by slug. */
export const NewReturn = z.strictObject({ organisation: key });
export type NewReturn = z.infer<typeof NewReturn>;

export const ReturnDraft = z.strictObject({
  confidence: confidence.nullable().default(null),
  summary: optionalText('What has changed', 4000).default(null),
  summaryDrafted: z.boolean().default(false).describe('Headway writes the words, whatever summary says'),
  reviewed: z.boolean().default(false),
  restUnchanged: z.boolean().default(false),
});
export type ReturnDraft = z.infer<typeof ReturnDraft>;

export const ReturnSubmission = z.strictObject({
  declaration: z.literal(true, {
    error: 'Confirm that the return is complete and correct to the best of your knowledge',
  }),
});
export type ReturnSubmission = z.infer<typeof ReturnSubmission>;

export const ReturnExcusal = z.strictObject({
  reason: neededText('Reason', 2000, 'Enter why no return is needed'),
});
export type ReturnExcusal = z.infer<typeof ReturnExcusal>;

const comment = (missing: string) => neededText('Comment', 2000, missing);
const service = key.nullable().default(null).describe('reference of the service that it is about');

/** What should change, service by service or about the whole. */
export const RequestedChanges = z.strictObject({
  comments: z
    .array(z.strictObject({ service, text: comment('Enter what needs to change') }))
    .min(1, 'Enter what needs to change')
    .max(100, 'Send 100 comments or fewer'),
});
export type RequestedChanges = z.infer<typeof RequestedChanges>;

/** Said between oversight, approvers and leads of one return. */
export const ReturnMessage = z.object({
  id: z.uuid(),
  quarter: z.string(),
  organisation: OrganisationName.extend({ id: z.uuid() }).describe('whose return it is'),
  service: z.object({ reference: z.string(), name: z.string() }).nullable(),
  kind: z.enum(['message', 'changes_requested']),
  stands: z.boolean().describe('changes that are still to be made, as the return was not submitted again'),
  text: z.string(),
  at: z.string(),
  by: z.string().describe('name of the person'),
});
export type ReturnMessage = z.infer<typeof ReturnMessage>;

export const ReturnMessages = z.object({ items: z.array(ReturnMessage).describe('oldest first') });
export type ReturnMessages = z.infer<typeof ReturnMessages>;

export const NewReturnMessage = z.strictObject({ service, text: comment('Enter a message') });
export type NewReturnMessage = z.infer<typeof NewReturnMessage>;

/** An answer to what was said of a service, in the return in which it was said. */
export const ServiceAnswer = z.strictObject({
  quarter: key.describe('of the message that is answered'),
  organisation: key.describe('slug of the organisation whose return that is'),
  text: comment('Enter an answer'),
});
export type ServiceAnswer = z.infer<typeof ServiceAnswer>;

const stage = z.enum(stages).nullable();

/** What was submitted, just as it was: the record that a lead keeps, and what was signed off. */
const submitted = {
  quarter: z.string(),
  organisation: OrganisationName,
  reference: z.string(),
  on: z.string().describe('the day that it is about'),
  submittedAt: z.string(),
  submittedBy: z.string(),
  confidence,
  summary: z.string().nullable(),
  sha256: z.string().describe('of its services, hexadecimal'),
  services: z.array(
    z.object({
      reference: z.string(),
      name: z.string(),
      organisation: z.string(),
      audience: z.string(),
      stage,
      redesignUnderWay: z.boolean(),
      frontOffice: stage,
      middleOffice: stage,
      backOffice: stage,
      since: z.string().nullable(),
      record: z.uuid().nullable().describe('id of the record in force'),
    }),
  ),
};
export const SubmittedReturn = z.object({
  ...submitted,
  before: z.object(submitted).nullable().describe('what was submitted before it, and then sent back'),
});
export type SubmittedReturn = z.infer<typeof SubmittedReturn>;
