import fc from 'fast-check';
import {
  dateFromParts,
  daysAfter,
  daysBetween,
  endOfLondonDay,
  formatDate,
  isCalendarDate,
  isInstant,
  londonDate,
  monthNumber,
  yearsBefore,
} from './calendar.js';

const anyDate = () =>
  fc
    .date({
      min: new Date('1600-01-01T00:00:00Z'),
      max: new Date('9999-12-31T00:00:00Z'),
      noInvalidDate: true,
    })
    .map((date) => date.toISOString().slice(0, 10));

describe('the date in London', () => {
  const cases = [
    ['2026-01-31T23:59:59Z', '2026-01-31', 'is that of UTC in winter'],
    ['2026-02-01T00:00:00Z', '2026-02-01', 'begins at midnight UTC in winter'],
    [
      '2026-06-30T22:59:59Z',
      '2026-06-30',
      'has not turned an hour before midnight UTC less a second in summer',
    ],
    ['2026-06-30T23:00:00Z', '2026-07-01', 'turns an hour before midnight UTC in summer'],
    ['2026-03-28T23:30:00Z', '2026-03-28', 'is still that of winter on the eve of summer time'],
    ['2026-03-29T23:30:00Z', '2026-03-30', 'is that of summer on the day summer time begins'],
    ['2026-10-24T23:30:00Z', '2026-10-25', 'is still that of summer on the eve of winter time'],
    ['2026-10-25T23:30:00Z', '2026-10-25', 'is that of winter on the day winter time begins'],
    ['2025-12-31T23:59:59.999Z', '2025-12-31', 'ends the year with UTC'],
  ] as const;
  for (const [instant, date, rule] of cases) it(rule, () => expect(londonDate(new Date(instant))).toBe(date));
});

describe('a calendar date', () => {
  const real = [
    '2026-01-31',
    '2026-06-30',
    '2024-02-29',
    '2000-02-29',
    '2026-12-31',
    '0001-01-01',
    '9999-12-31',
  ];
  for (const text of real) it(`can be ${text}`, () => expect(isCalendarDate(text)).toBeTrue());

  const unreal = [
    ['2026-06-31', 'June has 30 days'],
    ['2026-04-31', 'April has 30 days'],
    ['2026-02-29', '2026 is no leap year'],
    ['1900-02-29', 'a century is no leap year'],
    ['2026-02-30', 'February never has 30 days'],
    ['2026-00-10', 'there is no month 0'],
    ['2026-13-01', 'there is no month 13'],
    ['2026-01-00', 'there is no day 0'],
    ['2026-01-32', 'there is no day 32'],
    ['0000-01-01', 'there was no year 0'],
    ['2026-6-1', 'month and day have two digits'],
    ['26-06-01', 'the year has four digits'],
    ['12026-06-01', 'the year has no more than four digits'],
    ['2026-06-01T00:00:00Z', 'an instant is no date'],
    ['2026-06-01\n', 'nothing follows it'],
    [' 2026-06-01', 'nothing goes before it'],
    ['2026/06/01', 'hyphens part it'],
    ['２０２６-06-01', 'digits are the plain ones'],
    ['', 'blank is none'],
  ] as const;
  for (const [text, why] of unreal)
    it(`is not ${JSON.stringify(text)}: ${why}`, () => expect(isCalendarDate(text)).toBeFalse());
});

describe('a date for people', () => {
  it('has no leading zero and the whole name of the month', () => {
    expect(formatDate('2026-11-23')).toBe('23 November 2026');
    expect(formatDate('2026-03-01')).toBe('1 March 2026');
  });

  it('can be typed back as it is shown', () => {
    const comesBack = (date: string) => {
      const [day, month, year] = formatDate(date).split(' ');
      return dateFromParts(day!, month!, year!) === date;
    };
    expect(() => fc.assert(fc.property(anyDate(), comesBack))).not.toThrow();
  });
});

describe('a month as typed', () => {
  const cases = [
    ['3', 3],
    ['03', 3],
    [' 12 ', 12],
    ['Mar', 3],
    ['MARCH', 3],
    ['sept', 9],
    ['May', 5],
    ['jun', 6],
    ['jul', 7],
    ['ju', null],
    ['ma', null],
    ['Marz', null],
    ['Marchy', null],
    ['', null],
    ['003', null],
    ['-1', null],
    ['1.5', null],
  ] as const;
  for (const [text, number] of cases)
    it(`${JSON.stringify(text)} is ${number ?? 'none'}`, () => expect(monthNumber(text)).toBe(number));
});

describe('a date from three fields', () => {
  const cases = [
    [['31', '3', '2026'], '2026-03-31'],
    [[' 1 ', 'march', ' 2026 '], '2026-03-01'],
    [['29', 'Feb', '2024'], '2024-02-29'],
    [['29', 'Feb', '2026'], null],
    [['31', '6', '2026'], null],
    [['0', '6', '2026'], null],
    [['1', '13', '2026'], null],
    [['1', '0', '2026'], null],
    [['1', '6', '26'], null],
    [['', '6', '2026'], null],
    [['1', '', '2026'], null],
    [['1', '6', ''], null],
    [['1st', '6', '2026'], null],
  ] as const;
  for (const [[day, month, year], date] of cases)
    it(`${JSON.stringify([day, month, year])} is ${date ?? 'none'}`, () =>
      expect(dateFromParts(day, month, year)).toBe(date));
});

describe('the same day some years before', () => {
  it('keeps the day', () => expect(yearsBefore('2026-11-23', 4)).toBe('2022-11-23'));
  it('is the same date no years before', () => expect(yearsBefore('2024-02-29', 0)).toBe('2024-02-29'));
  it('is 28 February where there is no 29', () => expect(yearsBefore('2024-02-29', 1)).toBe('2023-02-28'));
  it('is 29 February from leap year to leap year', () =>
    expect(yearsBefore('2024-02-29', 4)).toBe('2020-02-29'));
  it('is 28 February in a century', () => expect(yearsBefore('2000-02-29', 100)).toBe('1900-02-28'));
  it('writes an early year in four digits', () => expect(yearsBefore('2026-11-23', 2000)).toBe('0026-11-23'));

  it('is always a real date, and never later', () => {
    const rule = (date: string, years: number) =>
      isCalendarDate(yearsBefore(date, years)) && yearsBefore(date, years) <= date;
    expect(() => fc.assert(fc.property(anyDate(), fc.nat(1000), rule))).not.toThrow();
  });
});

describe('days between two dates', () => {
  const cases = [
    ['2026-03-01', '2026-03-01', 0],
    ['2026-02-28', '2026-03-01', 1],
    ['2024-02-28', '2024-03-01', 2],
    ['2026-03-28', '2026-03-30', 2],
    ['2026-09-30', '2027-03-31', 182],
    ['2027-03-31', '2026-09-30', -182],
  ] as const;
  for (const [from, to, days] of cases)
    it(`from ${from} to ${to} are ${days}`, () => {
      expect(daysBetween(from, to)).toBe(days);
      expect(daysAfter(from, days)).toBe(to);
    });
});

describe('the end of a day in London', () => {
  const cases = [
    ['2026-01-31', '2026-01-31T23:59:59.999Z'],
    ['2026-06-30', '2026-06-30T22:59:59.999Z'],
    ['2026-03-29', '2026-03-29T22:59:59.999Z'],
    ['2026-10-25', '2026-10-25T23:59:59.999Z'],
  ] as const;
  for (const [day, instant] of cases)
    it(`of ${day} is ${instant}`, () => expect(endOfLondonDay(day)).toBe(instant));

  it('is that day still, and the next a millisecond on', () => {
    const rule = (day: string) => {
      const end = Date.parse(endOfLondonDay(day));
      return londonDate(new Date(end)) === day && londonDate(new Date(end + 1)) > day;
    };
    const lately = fc.nat(20_000).map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
    expect(() => fc.assert(fc.property(lately, rule))).not.toThrow();
  });
});

describe('the text of an instant', () => {
  for (const text of [
    '2026-03-31T17:00Z',
    '2026-03-31T17:00:00Z',
    '2026-03-31T17:00:00.5Z',
    '2026-03-31T17:00:00.123Z',
  ])
    it(`may be written ${text}`, () => expect(isInstant(text)).toBeTrue());
  for (const text of [
    '2026-03-31',
    '2026-03-31T17:00:00',
    '2026-03-31T17:00:00+01:00',
    '2026-13-31T17:00Z',
    '2026-03-31T25:00Z',
    ' 2026-03-31T17:00Z',
    '',
  ])
    it(`may not be written ${text || 'not at all'}`, () => expect(isInstant(text)).toBeFalse());
});
