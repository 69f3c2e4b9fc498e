import type { Quarter, Return } from '@headway/contract';
import {
  type CalendarDate,
  countOf,
  formatDate,
  isOwed,
  listed,
  londonDate,
  quarterName,
  quarterOf,
  workingDaysBetween,
} from '@headway/domain';

/** "25 November 2026 at 14:05", in London. */
export function momentWords(instant: string): string {
  const date = new Date(instant);
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    hour: '2-digit',
    minute: '2-digit',
  });
  return `${formatDate(londonDate(date))} at ${time.format(date)}`;
}

const days = (number: number) => countOf(number, 'working day');

/** "Due 29 January 2027, in 12 working days", "Was due 29 January 2027: 3 working days late". */
export function dueWords({ dueOn, state, workingDaysLate }: Return, today: CalendarDate): string {
  const date = formatDate(dueOn);
  if (!isOwed(state)) return `${dueOn < today ? 'Was due' : 'Due'} ${date}`;
  if (workingDaysLate > 0) return `Was due ${date}: ${days(workingDaysLate)} late`;
  const left = workingDaysBetween(today, dueOn);
  if (dueOn <= today) return dueOn === today ? `Due today, ${date}` : `Was due ${date}`;
  return left > 0 ? `Due ${date}, in ${days(left)}` : `Due ${date}`;
}

/** Services of which nothing was said in the quarter, and which have a stage that can be confirmed. */
export function unsaidOf({ services: { total, said, notRecorded } }: Pick<Return, 'services'>): number {
  return Math.max(0, total - said - notRecorded);
}

/** "The return of HM Treasury for Q2 2026-27 still needs 9 services and your confidence, then submitting." */
export function needsWords({ organisation, quarter, state, services, confidence, reviewed }: Return): string {
  const unsaid = unsaidOf({ services });
  const needs = [
    ...(unsaid ? [countOf(unsaid)] : []),
    ...(confidence === null ? ['your confidence'] : []),
    ...(reviewed ? [] : ['a look at barriers and targets']),
  ];
  const which = `The return of ${organisation.name} for ${quarterName(quarter)}`;
  if (state === 'changes_requested') {
    const also = needs.length > 0 ? ` It needs ${listed(needs)}, then submitting again.` : '';
    return `Changes have been requested to the return of ${organisation.name} for ${quarterName(quarter)}.${also}`;
  }
  return needs.length > 0
    ? `${which} still needs ${listed(needs)}, then submitting.`
    : `${which} only needs submitting.`;
}

/** How a return stands and what that means, sentence by sentence; nothing while it is simply owed. */
export function standingWords(found: Return, quarter: Quarter): string[] {
  const { state, organisation, excused } = found;
  const end = formatDate(quarterOf(found.quarter)!.to);
  const name = quarterName(found.quarter);
  if (quarter.state === 'closed')
    return [...bySentences(found), `${name} is closed, so this return can no longer be changed.`];
  const reopening = `An approver of ${organisation.name}, or central oversight, can reopen it by requesting changes.`;
  switch (state) {
    case 'submitted':
      return [
        ...bySentences(found),
        `An approver of ${organisation.name} who did not work on it signs it off next.`,
        `Until then what counts up to ${end} is locked. ${reopening}`,
        keptAsSubmitted,
      ];
    case 'signed_off':
      return [...bySentences(found), `What counts up to ${end} is locked. ${reopening}`, keptAsSubmitted];
    case 'excused':
      return [`No return is needed for ${name}. ${excused ?? ''}`.trim()];
    default:
      return [];
  }
}

const keptAsSubmitted =
  'Names, owners, addresses, transactions, targets and what barriers say can still change. The review keeps them as they were submitted.';

function bySentences(found: Return): string[] {
  const { submittedAt, submittedBy, signedOffAt, signedOffBy, reference, state } = found;
  const ended = state === 'submitted' || state === 'signed_off';
  return [
    ...(submittedAt && ended
      ? [`Submitted by ${submittedBy} on ${momentWords(submittedAt)}, reference ${reference}.`]
      : []),
    ...(signedOffAt ? [`Signed off by ${signedOffBy} on ${momentWords(signedOffAt)}.`] : []),
  ];
}

/** What a request for changes undoes; nothing where the return was only submitted. */
export function undoneWords(found: Return): string | null {
  const { state, signedOffBy, signedOffAt } = found;
  if (state === 'signed_off')
    return `This undoes the sign-off by ${signedOffBy} on ${momentWords(signedOffAt!)}. The return is owed again: it must be submitted and signed off anew.`;
  if (state === 'excused')
    return 'This undoes that the return was excused. It is owed again: it must be submitted and signed off.';
  return null;
}
