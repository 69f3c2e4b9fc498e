import { dateIn, numberIn } from './cells.js';

describe('a date in a cell', () => {
  const cases = [
    ['2026-03-31', '2026-03-31'],
    ['31/03/2026', '2026-03-31'],
    ['1/4/2026', '2026-04-01'],
    ['31-03-2026', '2026-03-31'],
    ['31 March 2026', '2026-03-31'],
    ['1-Apr-2026', '2026-04-01'],
    ['29/02/2024', '2024-02-29'],
  ] as const;
  for (const [text, date] of cases) it(`${text} is ${date}`, () => expect(dateIn(text)).toBe(date));

  const none = [
    '31/06/2026',
    '29/02/2026',
    '03/31/2026',
    '31/03/26',
    '2026/03/31',
    '2026-06-31',
    '46112',
    '31.03.2026',
    'March 2026',
    '2026-03-31T00:00:00Z',
    '31/03/2026 00:00',
    '',
  ];
  for (const text of none) it(`${JSON.stringify(text)} is none`, () => expect(dateIn(text)).toBeNull());
});

describe('a number in a cell', () => {
  const cases = [
    ['0', 0],
    ['12', 12],
    ['1,234', 1234],
    ['14,000,000', 14_000_000],
    ['1234.0', 1234],
    ['1,234.00', 1234],
    ['1000000000000', 1e12],
    ['1,000,000,000,000', 1e12],
  ] as const;
  for (const [text, number] of cases) it(`${text} is ${number}`, () => expect(numberIn(text)).toBe(number));

  const none = [
    '-1',
    '1.5',
    '12,34',
    ',123',
    '1,2345',
    '1 234',
    '1e6',
    '£5',
    '5%',
    'about 10',
    '1000000000001',
    '',
    '1,',
  ];
  for (const text of none) it(`${JSON.stringify(text)} is none`, () => expect(numberIn(text)).toBeNull());
});
