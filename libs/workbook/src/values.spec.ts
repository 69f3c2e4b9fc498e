import { address, columnLetters, placeOf } from './addresses.js';
import { kindOfFormat } from './formats.js';
import { dateSerial, numberText, serialDate } from './values.js';

describe('a number as text', () => {
  const cases = [
    [0, '0'],
    [-0, '0'],
    [1234.5, '1234.5'],
    [0.1 + 0.2, '0.3'],
    [1e21, '1000000000000000000000'],
    [1e-7, '0.0000001'],
    [-12, '-12'],
    [123456789012345, '123456789012345'],
  ] as const;
  for (const [value, text] of cases)
    it(`of ${Object.is(value, -0) ? '-0' : value} is ${text}`, () => expect(numberText(value)).toBe(text));
});

describe('a date as a number', () => {
  const cases = [
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [61, '1900-03-01'],
    [45_382, '2024-03-31'],
    [45_382.5, '2024-03-31 12:00'],
    [45_382.25 + 5 / 86_400, '2024-03-31 06:00:05'],
    [2_958_465, '9999-12-31'],
    [2_958_466, null],
    [0, null],
    [-1, null],
  ] as const;
  for (const [serial, date] of cases)
    it(`${serial} is ${date}`, () => expect(serialDate(serial, false)).toBe(date));

  it('counts from 1904 where old Macs did', () => {
    expect(serialDate(0, true)).toBe('1904-01-01');
    expect(serialDate(43_920, true)).toBe('2024-03-31');
  });

  it('goes both ways', () => {
    for (const date of ['1900-03-01', '1999-12-31', '2000-02-29', '2026-11-23', '9999-12-31'])
      expect(serialDate(dateSerial(date)!, false)).toBe(date);
  });

  for (const text of ['1900-02-28', '2026-02-30', '31/03/2026', 'soon', ''])
    it(`has none for ${JSON.stringify(text)}`, () => expect(dateSerial(text)).toBeNull());
});

describe('a number format', () => {
  const cases = [
    ['General', 'number'],
    ['#,##0.00', 'number'],
    ['0.00E+00', 'number'],
    ['"day" 0', 'number'],
    ['[Red]0', 'number'],
    ['[$£-809]#,##0', 'number'],
    ['dd/mm/yyyy', 'date'],
    ['[$-809]d mmmm yyyy;@', 'date'],
    ['mmm', 'date'],
    ['yyyy\\-mm\\-dd', 'date'],
    ['dd/mm/yy hh:mm', 'date_and_time'],
    ['h:mm AM/PM', 'time'],
    ['[h]:mm:ss', 'time'],
    ['00000', { digits: 5 }],
    ['0', 'number'],
  ] as const;
  for (const [code, kind] of cases)
    it(`${code} shows ${JSON.stringify(kind)}`, () => expect(kindOfFormat(code)).toEqual(kind));
});

describe('an address', () => {
  it('counts columns in letters', () =>
    expect([1, 26, 27, 52, 702, 703, 16_384].map(columnLetters)).toEqual([
      'A',
      'Z',
      'AA',
      'AZ',
      'ZZ',
      'AAA',
      'XFD',
    ]));

  it('goes both ways', () => {
    for (const [row, column] of [
      [1, 1],
      [14, 5],
      [1_048_576, 16_384],
    ] as const)
      expect(placeOf(address(row, column))).toEqual({ row, column });
  });

  it('is nothing else', () =>
    expect(['A0', '5', 'E', 'ABCD1', 'R1C1', ''].map(placeOf)).toEqual([null, null, null, null, null, null]));
});
