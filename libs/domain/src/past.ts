import { type CalendarDate, formatDate, isCalendarDate, londonDate } from './calendar.js';

/** By the owner on the date asked for, or by today's. */
export type Boundaries = 'then' | 'today';

/** Which past is asked for: the date (null is today), as known when (a date means its end; null is now), by whom. */
export interface PastChoice {
  readonly on: CalendarDate | null;
  readonly asKnownAt: string | null;
  readonly boundaries: Boundaries;
}

export const present: PastChoice = { on: null, asKnownAt: null, boundaries: 'then' };

export function isPast({ on, asKnownAt }: PastChoice): boolean {
  return on !== null || asKnownAt !== null;
}

/** The date in London of what `asKnownAt` says. */
export function knownOn(asKnownAt: string): CalendarDate {
  return isCalendarDate(asKnownAt) ? asKnownAt : londonDate(new Date(asKnownAt));
}

/** "on 31 March 2024, as it was known on 30 June 2024, by the departments of 30 June 2024" */
export function pastWords({ on, asKnownAt, boundaries }: PastChoice): string {
  const known = asKnownAt && formatDate(knownOn(asKnownAt));
  const parts = [on ? `on ${formatDate(on)}` : 'today'];
  if (known)
    parts.push(`as it was known ${isCalendarDate(asKnownAt) ? '' : `at ${timeOf(asKnownAt)} `}on ${known}`);
  if (boundaries === 'today')
    parts.push(`by ${known ? `the departments of ${known}` : 'today’s departments'}`);
  return parts.join(', ');
}

/** "2:15pm on 24 November 2026", in London. */
export function instantWords(instant: string): string {
  return `${timeOf(instant)} on ${formatDate(knownOn(instant))}`;
}

/** "2:15pm", in London. */
function timeOf(instant: string): string {
  const format = { timeZone: 'Europe/London', hour: 'numeric', minute: '2-digit', hour12: true } as const;
  return new Intl.DateTimeFormat('en-GB', format).format(new Date(instant)).replace(/\s/g, '');
}
