import { bankHolidaysIn } from './bank-holidays.js';
import { isWorkingDay, workingDaysAfter, workingDaysBetween } from './working-days.js';

describe('bank holidays of England and Wales', () => {
  // As published at https://www.gov.uk/bank-holidays.
  const published: Readonly<Record<number, string>> = {
    2019: '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26',
    2020: '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28',
    2021: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28',
    2022: '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27',
    2023: '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26',
    2024: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
    2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
    2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
    2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
    2028: '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
  };
  for (const [year, days] of Object.entries(published))
    it(`in ${year} are those published`, () =>
      expect(bankHolidaysIn(Number(year))).toEqual(days.split(' ').map((day) => `${year}-${day}`)));
});

describe('working days', () => {
  it('are neither weekends nor bank holidays', () => {
    expect(['2026-12-24', '2026-12-25', '2026-12-26', '2026-12-28', '2026-12-29'].map(isWorkingDay)).toEqual([
      true,
      false,
      false,
      false,
      true,
    ]);
  });

  it('are counted on from a date, and back', () => {
    expect(workingDaysAfter('2026-12-24', 1)).toBe('2026-12-29');
    expect(workingDaysAfter('2026-12-29', -1)).toBe('2026-12-24');
    expect(workingDaysAfter('2026-12-26', 0)).toBe('2026-12-26');
    expect(workingDaysAfter('2026-09-30', 20)).toBe('2026-10-28');
  });

  it('between two dates: what was due on Thursday is 1 late on Friday and on Sunday, 2 on Monday', () => {
    const late = (to: string) => workingDaysBetween('2026-11-19', to);
    expect(['2026-11-18', '2026-11-19', '2026-11-20', '2026-11-22', '2026-11-23'].map(late)).toEqual([
      0, 0, 1, 1, 2,
    ]);
  });
});
