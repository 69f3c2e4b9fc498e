import { type CalendarDate, daysAfter, londonDate } from './calendar.js';
import { type ReturnState, isOwed } from './return.js';
import { isWorkingDay, workingDaysAfter } from './working-days.js';

/** Reminders that come by themselves, in the order in which they do. */
export const scheduledReminders = ['quarter_opened', 'due_soon', 'due_today', 'overdue'] as const;
export type ScheduledReminder = (typeof scheduledReminders)[number];

/** Of the week before: five working days always leave a working week, and begin on one. */
export const dueSoonWorkingDays = 5;

export interface ChasedQuarter {
  readonly openedOn: CalendarDate;
  readonly dueOn: CalendarDate;
}

export interface ChasedReturn {
  readonly state: ReturnState;
  /** When it was last submitted, if ever. */
  readonly submittedOn: CalendarDate | null;
}

/** Roles over an organisation whose holders a return can wait for. */
export const remindedRoles = ['digital_lead', 'approver'] as const;
export type RemindedRole = (typeof remindedRoles)[number];

export interface Reminder {
  readonly kind: ScheduledReminder;
  /** The day that it belongs to, which tells one overdue reminder from the next. */
  readonly on: CalendarDate;
  readonly to: RemindedRole;
}

/** Who has to do something about a return: its leads while it is owed, its approvers once it is submitted. */
export function waitsFor(state: ReturnState): RemindedRole | null {
  if (isOwed(state)) return 'digital_lead';
  return state === 'submitted' ? 'approver' : null;
}

/**
 * The reminder that is due by a day, if any: the latest only, so that what was missed while nobody could send is made
 * up for once. Approvers were told when a return was submitted, so of them it needs one that came after.
 */
export function reminderFor(
  quarter: ChasedQuarter,
  { state, submittedOn }: ChasedReturn,
  today: CalendarDate,
): Reminder | null {
  const to = waitsFor(state);
  const latest = remindersUntil(quarter, today).at(-1);
  if (!to || !latest) return null;
  if (to === 'approver' && (submittedOn === null || latest.on <= submittedOn)) return null;
  return { ...latest, to };
}

const hourInLondon = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  hourCycle: 'h23',
});

/** When reminders of the day may already be out: nobody is written to at night or on a day off. */
export function isChasingTime(now: Date): boolean {
  return isWorkingDay(londonDate(now)) && Number(hourInLondon.format(now)) >= 9;
}

/** All days of reminders up to and with a day: working days, but for the opening itself. */
function remindersUntil({ openedOn, dueOn }: ChasedQuarter, today: CalendarDate) {
  const days: Omit<Reminder, 'to'>[] = [
    { kind: 'due_soon', on: workingDaysAfter(dueOn, -dueSoonWorkingDays) },
    { kind: 'due_today', on: isWorkingDay(dueOn) ? dueOn : workingDaysAfter(dueOn, -1) },
  ];
  const late = workingDaysAfter(dueOn, 1);
  for (let day = late; day <= today; day = daysAfter(day, 7))
    days.push({ kind: 'overdue', on: isWorkingDay(day) ? day : workingDaysAfter(day, 1) });
  const later = days.filter(({ on }) => on > openedOn);
  return [{ kind: 'quarter_opened' as const, on: openedOn }, ...later].filter(({ on }) => on <= today);
}
