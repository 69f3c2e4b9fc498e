import { type DatePart, wrongParts } from './date-parts';

/** What is typed, and the parts that are wrong by themselves. */
const cases: readonly [string, DatePart[]][] = [
  ['3 5 2026', []],
  [' 03 | Sept | 2026 ', []],
  ['29 february 2028', []],
  ['| |', ['day', 'month', 'year']],
  ['3 | | 2026', ['month']],
  ['| | 2026', ['day', 'month']],
  ['3 | 5 | ', ['year']],
  // What is missing is said first.
  ['45 | | 2026', ['month']],
  ['3 13 2026', ['month']],
  ['3 0 2026', ['month']],
  ['3 Mayo 2026', ['month']],
  ['3 ma 2026', ['month']],
  ['0 5 2026', ['day']],
  ['32 5 2026', ['day']],
  ['31 6 2026', ['day']],
  ['29 2 2026', ['day']],
  ['x 5 2026', ['day']],
  ['3 5 26', ['year']],
  ['3 5 0026', ['year']],
  ['3 5 202', ['year']],
  ['3 5 20266', ['year']],
  ['45 13 26', ['day', 'month', 'year']],
  ['31 13 2026', ['month']],
];

describe('the parts of a typed date that are wrong by themselves', () => {
  for (const [typed, wrong] of cases)
    it(`of "${typed}" are: ${wrong.join(', ') || 'none'}`, () => {
      const [day = '', month = '', year = ''] = typed.split(typed.includes('|') ? '|' : ' ');
      expect(wrongParts({ day, month, year })).toEqual(wrong);
    });
});
