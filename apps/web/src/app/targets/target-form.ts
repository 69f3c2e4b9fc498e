import { type Service, type Target, TargetChange } from '@headway/contract';
import { type CalendarDate, formatDate, targetBroken } from '@headway/domain';
import { type DateParts, noDateParts } from '@headway/govuk';
import * as z from 'zod';
import { dateFields } from '../platform/forms/inputs';
import type { Detail } from '../platform/three-way';

export interface TargetInput {
  dueOn: DateParts;
  reason: string;
}

export const blankTarget: TargetInput = { dueOn: noDateParts, reason: '' };

const noDate = z.unknown().transform(() => null);
const someDate = dateFields('The date of the target').refine(
  (date) => date !== null,
  'Enter the date of the target',
);
const reason = TargetChange.shape.reason.unwrap();
const someReason = reason.refine((text) => text !== null, 'Enter a reason why the target changed');

/** From what is typed to what the contract takes, held to the rule that the server holds it to. */
export function targetForm(
  { opensOn }: Pick<Service, 'opensOn'>,
  before: Target | null,
  givingUp: boolean,
  today: CalendarDate,
) {
  const dates = before ? [{ dueOn: before.firstDueOn }, { dueOn: before.dueOn }] : [];
  return z
    .object({ dueOn: givingUp ? noDate : someDate, reason: before ? someReason : reason })
    .superRefine((change, context) => {
      const broken = targetBroken(dates, change, { today, opensOn });
      if (broken) context.addIssue({ code: 'custom', path: [broken.field], message: broken.message });
    });
}

/** A date of a target in words, for both versions side by side. */
export function dateWords(dueOn: CalendarDate | null): string {
  return dueOn ? formatDate(dueOn) : 'Given up';
}

/** A target in words, for both versions side by side. */
export const targetDetails: readonly Detail<{ date: string; reason: string }>[] = [
  { field: 'date', label: 'Date', words: ({ date }) => date },
  { field: 'reason', label: 'Reason', words: ({ reason }) => reason },
];
