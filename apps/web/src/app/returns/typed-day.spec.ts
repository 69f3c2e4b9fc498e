import { isShortOfYear, readDay } from './typed-day';

describe('a date typed on one line', () => {
  const ways = [
    ['03/05/2026', '2026-05-03'],
    ['3.5.2026', '2026-05-03'],
    ['3-5-2026', '2026-05-03'],
    ['3 May 2026', '2026-05-03'],
    [' 3  sept, 2026 ', '2026-09-03'],
    ['2026-05-03', '2026-05-03'],
  ] as const;
  for (const [typed, date] of ways) it(`may be ${typed}`, () => expect(readDay(typed)).toBe(date));

  for (const typed of [
    '',
    '3',
    '3 May',
    '31 6 2026',
    '3 5 26',
    '3/5/26',
    '3 5 126',
    '3 Mayo 2026',
    '3 5 2026 1',
    '2026-02-30',
    'soon',
  ])
    it(`is none where "${typed}" is typed`, () => expect(readDay(typed)).toBeNull());

  it('may be short of its year', () => {
    expect(['3 5 26', '3/5/26', '3 May 26', '3 5 126'].map(isShortOfYear)).not.toContain(false);
    expect(['3 5', '3 5 2026', 'soon', ''].map(isShortOfYear)).not.toContain(true);
  });
});
