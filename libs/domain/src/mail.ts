import { type CalendarDate, formatDate } from './calendar.js';
import { type Quarter, quarterLabel, quarterName } from './quarter.js';
import { type RemindedRole, scheduledReminders } from './reminder.js';
import type { ReturnState } from './return.js';
import { countOf, uncapitalised } from './text.js';
import { workingDaysBetween } from './working-days.js';

/** What reminds of a return: by itself, or because oversight asked. */
export const reminderKinds = [...scheduledReminders, 'reminder'] as const;
export type ReminderKind = (typeof reminderKinds)[number];

/** What happened to a return, and whom that concerns. */
export const newsOf = {
  submitted: 'approver',
  changes_requested: 'digital_lead',
  signed_off: 'digital_lead',
  taken_back: 'digital_lead',
} as const satisfies Readonly<Record<string, RemindedRole>>;
export type ReturnNews = keyof typeof newsOf;

export const mailKinds = [
  ...reminderKinds,
  'submitted',
  'changes_requested',
  'signed_off',
  'taken_back',
] as const;
export type MailKind = (typeof mailKinds)[number];

export const mailKindLabels: Readonly<Record<MailKind, string>> = {
  quarter_opened: 'Quarter opened',
  due_soon: 'Due soon',
  due_today: 'Due today',
  overdue: 'Overdue',
  reminder: 'Reminder from oversight',
  submitted: 'Return submitted',
  changes_requested: 'Changes requested',
  signed_off: 'Return signed off',
  taken_back: 'Return no longer needed',
};

/** In the outbox for good, on its way, gone, or given up. */
export const mailStates = ['outbox', 'waiting', 'sent', 'failed'] as const;
export type MailState = (typeof mailStates)[number];

export const mailStateLabels: Readonly<Record<MailState, string>> = {
  outbox: 'Kept here',
  waiting: 'Waiting to be sent',
  sent: 'Sent',
  failed: 'Not sent',
};

export interface MailText {
  readonly subject: string;
  /** Plain text, in paragraphs. */
  readonly body: string;
}

/** The return that a mail is about. */
export interface MailSubject {
  readonly quarter: Quarter;
  readonly dueOn: CalendarDate;
  /** Name of the organisation. */
  readonly organisation: string;
  /** Where the return is. */
  readonly url: string;
}

/** Asks for what a return still waits for. */
export function reminderText(
  about: MailSubject,
  kind: ReminderKind,
  state: ReturnState,
  today: CalendarDate,
): MailText {
  const { quarter, organisation } = about;
  const label = quarterLabel(quarter);
  if (state === 'submitted')
    return textOf(about, {
      what: `Sign off the return for ${quarterName(quarter.id)}, ${due(about, today)}`,
      paragraphs: [
        `The return of ${organisation} for ${label} has been submitted. It ${needs(about, today, 'be signed off')}`,
        'Read it, then sign it off or request changes:',
      ],
      to: 'approver',
    });
  return textOf(about, {
    what: `${opening(kind, about, today)} for ${quarterName(quarter.id)}, ${due(about, today)}`,
    paragraphs: [
      `${organisation} has a return to make for ${label}. It ${needs(about, today, 'be submitted')}`,
      ...(stateWords[state] ? [stateWords[state]] : []),
      'Check the stage of each service, say how confident you are, and submit the return:',
    ],
    after:
      kind === 'quarter_opened' ? ['If nothing has changed, you can say so for all services at once.'] : [],
    to: 'digital_lead',
  });
}

/** Tells what somebody did to a return. */
export function newsText(about: MailSubject, news: ReturnNews, by: string, today: CalendarDate): MailText {
  const { quarter, organisation } = about;
  const [of, label, when] = [`the return of ${organisation}`, quarterLabel(quarter), due(about, today)];
  const short = quarterName(quarter.id);
  const texts = {
    submitted: {
      what: `Sign off the return for ${short}, ${when}`,
      paragraphs: [
        `${by} has submitted ${of} for ${label}. It ${needs(about, today, 'be signed off')}`,
        'Read it, then sign it off or request changes:',
      ],
    },
    changes_requested: {
      what: `Changes requested to the return for ${short}, ${when}`,
      paragraphs: [
        `${by} has requested changes to ${of} for ${label}. It ${needs(about, today, 'be submitted again')}`,
        'See what needs to change, then submit the return again:',
      ],
    },
    signed_off: {
      what: `Signed off: the return for ${short}, ${when}`,
      paragraphs: [
        `${by} has signed off ${of} for ${label}. You do not need to do anything.`,
        'You can read and print what was signed off:',
      ],
    },
    taken_back: {
      what: `No return is needed for ${short}`,
      paragraphs: [
        `${by} has taken back ${label}, which was opened by mistake. ${organisation} has no return to make for it.`,
        'You do not need to do anything. The quarter may be opened again later:',
      ],
    },
  };
  return textOf(about, { ...texts[news], to: newsOf[news] });
}

const stateWords: Readonly<Partial<Record<ReturnState, string>>> = {
  draft: 'It has been started, but not submitted.',
  changes_requested: 'Changes have been requested since it was last submitted.',
};

const roleWords: Readonly<Record<RemindedRole, string>> = {
  digital_lead: 'a digital lead',
  approver: 'an approver',
};

interface Parts {
  readonly what: string;
  readonly paragraphs: readonly string[];
  readonly after?: readonly string[];
  readonly to: RemindedRole;
}

function textOf({ organisation, url }: MailSubject, { what, paragraphs, after = [], to }: Parts): MailText {
  const why = `You get this email because you are ${roleWords[to]} of ${organisation} in Headway.`;
  return {
    subject: `${organisation}: ${uncapitalised(what)}`,
    body: [...paragraphs, url, ...after, why].join('\n\n'),
  };
}

function opening(kind: ReminderKind, { dueOn }: MailSubject, today: CalendarDate): string {
  if (kind === 'quarter_opened') return 'Return';
  return dueOn < today ? 'Overdue return' : 'Reminder of the return';
}

function due({ dueOn }: MailSubject, today: CalendarDate): string {
  const date = formatDate(dueOn);
  if (dueOn === today) return `due today, ${date}`;
  return `due on ${date}`;
}

/** "needs to be submitted by 28 January 2027." */
function needs({ dueOn }: MailSubject, today: CalendarDate, what: string): string {
  const date = formatDate(dueOn);
  if (dueOn === today) return `needs to ${what} today, ${date}.`;
  if (dueOn > today) return `needs to ${what} by ${date}.`;
  const late = workingDaysBetween(dueOn, today);
  const days = late === 0 ? '' : `, and is ${countOf(late, 'working day')} late`;
  return `was due on ${date}${days}. It still needs to ${what}.`;
}
