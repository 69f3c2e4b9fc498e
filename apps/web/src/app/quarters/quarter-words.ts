import type { Quarter, Reminded, Return } from '@headway/contract';
import {
  type CalendarDate,
  confidenceFell,
  confidenceLabels,
  quarterLabel,
  quarterOf,
  takingBackBroken,
} from '@headway/domain';
import { workingDaysBetween } from '@headway/domain';
import type { Show } from './returns-choice';

/** "1 return", "12 returns". */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`;
}

/** "Q3 2026-27", without its months. */
export function shortLabel(quarter: Parameters<typeof quarterLabel>[0]): string {
  return quarterLabel(quarter).split(' (')[0]!;
}

/** "in 12 working days", "today", "3 working days ago"; nothing over a weekend, where that says nothing. */
export function dueWords(dueOn: CalendarDate, today: CalendarDate): string {
  if (dueOn === today) return 'today';
  const [left, late] = [workingDaysBetween(today, dueOn), workingDaysBetween(dueOn, today)];
  if (left) return `in ${counted(left, 'working day')}`;
  return late ? `${counted(late, 'working day')} ago` : '';
}

export function lateWords(days: number): string {
  return days ? `${counted(days, 'working day')} late` : '';
}

const listed: Readonly<Record<Show, string>> = {
  not_started: 'not started',
  draft: 'in draft',
  submitted: 'submitted',
  changes_requested: 'with changes requested',
  signed_off: 'signed off',
  excused: 'excused',
  owed: 'still owed',
  late: 'late',
};

/** "3 returns in draft": the heading of the list. */
export function listedWords(number: number, show: Show | null): string {
  return `${counted(number, 'return')}${show ? ` ${listed[show]}` : ''}`;
}

/** "Down from very confident in Q2 2026-27", where it fell. */
export function fellWords({ confidence, confidenceBefore }: Return): string {
  if (!confidence || !confidenceBefore || !confidenceFell(confidenceBefore.confidence, confidence)) return '';
  const before = quarterOf(confidenceBefore.quarter);
  const then = before ? ` in ${shortLabel(before)}` : '';
  return `Down from ${confidenceLabels[confidenceBefore.confidence].toLowerCase()}${then}`;
}

/** How many returns are neither signed off nor excused. */
export function unfinished({ expected, signed_off, excused }: Quarter['returns']): number {
  return expected - signed_off - excused;
}

/** Whether what it was closed with can be read already: that is made just after closing. */
export function isFrozen({ closedAt, revisions }: Quarter): boolean {
  return closedAt !== null && revisions.some(({ frozenAt }) => frozenAt >= closedAt);
}

/** The number that the next closing freezes under. */
export function nextRevision({ revisions }: Quarter): number {
  return (revisions.at(-1)?.revision ?? 0) + 1;
}

/** What a reminder came to; nobody is reminded of the same twice a day. */
export function remindedWords({ sent, toApprovers, unreachable }: Reminded): string {
  const nobody = counted(
    unreachable,
    'organisation has nobody to remind',
    'organisations have nobody to remind',
  );
  if (sent) {
    const toLeads = sent - toApprovers;
    const leads = toLeads ? `${counted(toLeads, 'email')} sent to digital leads` : '';
    const approvers = toApprovers ? `${counted(toApprovers, 'email')} sent to approvers` : '';
    const emails = [leads, approvers].filter(Boolean).join(', ');
    return unreachable ? `${emails}. ${nobody}` : `Everyone whom a return waits for was reminded: ${emails}`;
  }
  return `No email was sent: everyone who can be reminded was reminded today already${unreachable ? `. ${nobody}` : ''}`;
}

/** Why a quarter cannot be taken back; empty where it can be. */
export function notTakenBack({ state, returns, revisions }: Quarter): string {
  if (state !== 'open') return 'This quarter is not open.';
  const answered = returns.expected - returns.not_started - returns.excused;
  const why = takingBackBroken(answered, revisions.length > 0);
  return why ? `${why}.` : '';
}
