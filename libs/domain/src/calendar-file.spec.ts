import { type CalendarEvent, calendarFile } from './calendar-file.js';

const event: CalendarEvent = {
  uid: '2026-27-q3@headway.example',
  on: '2027-02-28',
  title: 'Returns are due',
  description: 'For Q3',
  url: 'https://headway.example/quarters/2026-27-Q3',
  at: new Date('2027-01-04T10:30:15.123Z'),
  sequence: 2,
};
const unfolded = (file: string) => file.replaceAll('\r\n ', '').split('\r\n');
const octets = (text: string) => encodeURIComponent(text).replace(/%../g, '.').length;
const valueOf = (file: string, name: string) =>
  unfolded(file)
    .find((line) => line.startsWith(name))
    ?.slice(name.length);

describe('a calendar file', () => {
  it('holds one whole day and a reminder a week before', () => {
    const file = calendarFile(event);
    expect(unfolded(file)).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Headway//Quarterly returns//EN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:2026-27-q3@headway.example',
      'SEQUENCE:2',
      'DTSTAMP:20270104T103015Z',
      'DTSTART;VALUE=DATE:20270228',
      'DTEND;VALUE=DATE:20270301',
      'SUMMARY:Returns are due',
      'DESCRIPTION:For Q3',
      'URL:https://headway.example/quarters/2026-27-Q3',
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'DESCRIPTION:Returns are due',
      'TRIGGER:-P6DT15H',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('is the same for the same event', () => expect(calendarFile(event)).toBe(calendarFile({ ...event })));

  it('ends every line with CR and LF, and has neither alone', () => {
    const file = calendarFile({ ...event, description: 'One\nTwo\r\nThree\rFour' });
    expect(file.endsWith('END:VCALENDAR\r\n')).toBeTrue();
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(valueOf(file, 'DESCRIPTION:')).toBe('One\\nTwo\\nThree\\nFour');
  });

  it('escapes what would part a text', () =>
    expect(valueOf(calendarFile({ ...event, title: 'A, B; C\\D: "E"' }), 'SUMMARY:')).toBe(
      'A\\, B\\; C\\\\D: "E"',
    ));

  for (const [what, letter] of [
    ['one octet', 'a'],
    ['two octets', 'é'],
    ['three octets', '€'],
    ['four octets', '😀'],
  ] as const)
    it(`folds lines of characters of ${what} at 75 octets, between characters`, () => {
      for (let length = 15; length < 160; length++) {
        const title = letter.repeat(length);
        const file = calendarFile({ ...event, title });
        for (const line of file.split('\r\n')) expect(octets(line)).toBeLessThanOrEqual(75);
        expect(file).not.toContain('�');
        expect(valueOf(file, 'SUMMARY:')).toBe(title);
      }
    });
});
