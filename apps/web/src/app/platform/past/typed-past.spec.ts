import { present } from '@headway/domain';
import { noDateParts } from '@headway/govuk';
import { pastTyped, typedPast, wrongDate } from './typed-past';

const today = '2026-11-23';
const date = (day: string, month: string, year: string) => ({ day, month, year });

describe('which past, as it is typed', () => {
  it('comes back as it was chosen', () => {
    const chosen = { on: '2024-03-31', asKnownAt: '2024-06-30', boundaries: 'today' } as const;
    expect(pastTyped(typedPast(chosen), present, today)).toEqual(chosen);
  });

  it('is the present where all is blank, and where the date is today', () => {
    const blank = { on: noDateParts, asKnownAt: noDateParts, boundaries: 'then' };
    expect(pastTyped(blank, present, today)).toEqual(present);
    expect(pastTyped({ ...blank, on: date('23', '11', '2026') }, present, today)).toEqual(present);
  });

  it('says today where it was known on another day, which it would else be of', () => {
    const typed = { on: date('23', '11', '2026'), asKnownAt: date('30', '6', '2024'), boundaries: 'then' };
    expect(pastTyped(typed, present, today)).toEqual({ ...present, on: today, asKnownAt: '2024-06-30' });
  });

  it('keeps an instant that came by the address, unless another day is typed', () => {
    const exact = { ...present, asKnownAt: '2024-06-30T12:00:00Z' };
    expect(pastTyped(typedPast(exact), exact, today)).toEqual(exact);
    const other = { ...typedPast(exact), asKnownAt: date('1', '7', '2024') };
    expect(pastTyped(other, exact, today).asKnownAt).toBe('2024-07-01');
  });

  it('may be of today, but not as it is known at the end of a day that is not over', () => {
    const typed = date('23', '11', '2026');
    expect(wrongDate('on', typed, today)).toBeNull();
    expect(wrongDate('asKnownAt', typed, today)?.message).toBe(
      'The date it was known on must be in the past',
    );
    expect(wrongDate('asKnownAt', date('22', '11', '2026'), today)).toBeNull();
    expect(wrongDate('on', date('24', '11', '2026'), today)?.message).toBe(
      'The date to show the position on must be today or in the past',
    );
    expect(wrongDate('on', date('31', '12', '1989'), today)?.message).toBe(
      'The date to show the position on must be after 31 December 1989',
    );
    expect(wrongDate('asKnownAt', date('31', '6', '2026'), today)?.message).toBe(
      'The date it was known on must be a real date',
    );
  });
});
