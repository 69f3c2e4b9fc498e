import { type CalendarDate, daysAfter } from './calendar.js';

/** A day to put into one's calendar. */
export interface CalendarEvent {
  /** The same for the same event for ever, so that another download replaces it. */
  readonly uid: string;
  readonly on: CalendarDate;
  readonly title: string;
  readonly description: string;
  readonly url: string;
  /** When the event was made. */
  readonly at: Date;
  /** Higher with every change, by which a calendar knows the newer of two with one `uid`. */
  readonly sequence: number;
}

/** An iCalendar file (RFC 5545) of one whole day, with a reminder at 9 in the morning a week before. */
export function calendarFile(event: CalendarEvent): string {
  const { uid, on, title, description, url, at, sequence } = event;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Headway//Quarterly returns//EN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${at.toISOString().replace(/[-:]|\.\d+/g, '')}`,
    `DTSTART;VALUE=DATE:${basic(on)}`,
    // The day on which it is over.
    `DTEND;VALUE=DATE:${basic(daysAfter(on, 1))}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(description)}`,
    `URL:${url}`,
    // It takes up nobody's time.
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(title)}`,
    'TRIGGER:-P6DT15H',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function basic(date: CalendarDate): string {
  return date.replaceAll('-', '');
}

/** Section 3.3.11: what would end or part a text. */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');
}

const longestLine = 75; // octets, section 3.1

/** A long line as several, each going on after a space; a character is never parted. */
function folded(line: string): string {
  let [text, octets] = ['', 0];
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > longestLine) [text, octets] = [`${text}\r\n `, 1];
    [text, octets] = [text + character, octets + size];
  }
  return text;
}

/** How long a character is in UTF-8. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0)!;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
