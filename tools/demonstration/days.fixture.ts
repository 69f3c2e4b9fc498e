/** Days on which a demonstration may be made: ends of quarters and what follows them, holidays, a leap day, a weekend. */
export const someDays = [
  '2026-11-23',
  '2026-12-25',
  '2026-12-31',
  '2027-01-02',
  '2027-03-26',
  '2027-03-31',
  '2027-04-01',
  '2027-04-05',
  '2027-07-01',
  '2028-02-29',
] as const;
