import { readTypedDate, typedFrom } from './typed-date';

const latest = '2026-11-23';
const read = (day: string, month: string, year: string) =>
  readTypedDate({ day, month, year }, 'The date', { latest });
const message = (...typed: [string, string, string]) => {
  const found = read(...typed);
  return found !== null && typeof found === 'object' ? `${found.part}: ${found.message}` : found;
};

describe('a date typed into three fields', () => {
  it('may name the month', () => {
    expect([read('3', 'May', '2026'), read(' 03 ', 'sept', '2026'), read('23', '11', '2026')]).toEqual([
      '2026-05-03',
      '2026-09-03',
      '2026-11-23',
    ]);
  });

  it('is nothing where nothing is typed', () => expect(read(' ', '', '')).toBeNull());

  it('says what is missing or wrong, and where', () => {
    expect(message('3', '', '2026')).toBe('month: The date must include a month');
    expect(message('', '', '2026')).toBe('day: The date must include a day and month');
    expect(message('31', '6', '2026')).toBe('day: The date must be a real date');
    expect(message('3', 'Mayo', '2026')).toBe('month: The date must be a real date');
    expect(message('3', '5', '26')).toBe('year: The date must have a full year, like 2026');
    expect(message('3', '5', '0026')).toBe('year: The date must have a full year, like 2026');
    expect(message('3', '13', '2026')).toBe('month: The date must be a real date');
    expect(message('45', '5', '2026')).toBe('day: The date must be a real date');
    expect(message('29', '2', '2026')).toBe('day: The date must be a real date');
    expect(message('3', '5', '')).toBe('year: The date must include a year');
    expect(message('31', '12', '1989')).toBe('day: The date must be after 31 December 1989');
    expect(message('1', '1', '2100')).toBe('day: The date must be before 1 January 2100');
    expect(message('24', '11', '2026')).toBe('day: The date must be today or in the past');
  });

  it('comes back as it would be typed', () => {
    expect(typedFrom('2026-05-03')).toEqual({ day: '3', month: '5', year: '2026' });
  });
});
