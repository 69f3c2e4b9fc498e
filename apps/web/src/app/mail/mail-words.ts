import { type MailState, formatDate, londonDate } from '@headway/domain';
import type { TagColour } from '@headway/govuk';

const time = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeStyle: 'short' });

/** The day and the time of an instant, in London. */
export function dayAndTime(instant: string): { day: string; time: string } {
  const at = new Date(instant);
  return { day: formatDate(londonDate(at)), time: time.format(at) };
}

export const stateColours: Readonly<Record<MailState, TagColour>> = {
  outbox: 'grey',
  waiting: 'blue',
  sent: 'green',
  failed: 'red',
};
