import {
  closingBroken,
  dueDateBroken,
  lockedWords,
  mayReopen,
  openedTooEarly,
  openingBroken,
  takingBackBroken,
  usualDueDate,
} from './quarter-cycle.js';
import { quarterOf } from './quarter.js';
import { returnCounts } from './return.js';

const quarter = quarterOf('2026-27-Q2')!;

describe('the cycle of a quarter', () => {
  it('has its returns due 20 working days after it ends', () => {
    expect(usualDueDate(quarter)).toBe('2026-10-28');
    expect(usualDueDate(quarterOf('2026-27-Q3')!)).toBe('2027-01-29');
  });

  it('opens once it has begun, with a due date to come', () => {
    const code = (dueOn: string, today: string) => openingBroken(quarter, dueOn, today)?.code ?? 'opens';
    expect(code('2026-10-28', '2026-06-30')).toBe('not_begun');
    expect(code('2026-10-28', '2026-07-01')).toBe('opens');
    expect(code('2026-10-28', '2026-10-28')).toBe('opens');
    expect(code('2026-10-28', '2026-10-29')).toBe('in_the_past');
    expect(code('2062-10-28', '2026-07-01')).toBe('too_late');
  });

  it('does not open as early as nothing was recorded', () => {
    const today = '2026-11-30';
    const early = (id: string, first: string | null) => openedTooEarly(quarterOf(id)!, first, today) !== null;
    expect([early('2022-23-Q4', '2023-05-01'), early('2022-23-Q3', '2023-05-01')]).toEqual([false, true]);
    expect([early('2026-27-Q2', null), early('2026-27-Q1', null)]).toEqual([false, true]);
  });

  it('is taken back while nobody has answered and it was never closed', () => {
    expect([takingBackBroken(0, false), takingBackBroken(2, false), takingBackBroken(0, true)]).toEqual([
      null,
      '2 organisations have worked on a return already, so the quarter can no longer be taken back',
      'The quarter was closed before, so it can no longer be taken back',
    ]);
  });

  const dueDates = [
    ['2026-07-28', '2026-07-29', 'in_the_past'],
    ['2026-07-29', '2026-07-29', 'ok'],
    ['2026-09-30', '2026-07-29', 'ok'],
    ['2027-09-30', '2026-07-29', 'ok'],
    ['2027-10-01', '2026-07-29', 'too_late'],
    ['2062-07-29', '2026-07-29', 'too_late'],
    // On the last day of the year, and once it is over.
    ['2027-09-30', '2027-09-30', 'ok'],
    ['2027-10-01', '2027-09-30', 'too_late'],
    ['2027-09-30', '2027-10-01', 'in_the_past'],
    ['2027-10-01', '2027-10-01', 'ok'],
    ['2027-10-02', '2027-10-01', 'too_late'],
  ] as const;
  for (const [dueOn, today, expected] of dueDates)
    it(`finds ${dueOn} ${expected} for a due date on ${today}`, () =>
      expect(dueDateBroken(quarter, dueOn, today)?.code ?? 'ok').toBe(expected));

  it('says until when returns can be due', () =>
    expect(dueDateBroken(quarter, '2062-07-29', '2026-07-29')?.message).toBe(
      'The due date must be the same as or before 30 September 2027',
    ));

  it('closes once it is over, and without unfinished returns only where that is meant', () => {
    const code = (today: string, counts: Parameters<typeof returnCounts>[0], meant = false) =>
      closingBroken(quarter, returnCounts(counts), meant, today)?.code ?? 'closes';
    expect(code('2026-09-30', [])).toBe('not_over');
    expect(code('2026-10-01', ['signed_off', 'excused'])).toBe('closes');
    for (const state of ['not_started', 'draft', 'submitted', 'changes_requested'] as const) {
      expect(code('2026-10-01', ['signed_off', state]))
        .withContext(state)
        .toBe('unfinished_returns');
      expect(code('2026-10-01', ['signed_off', state], true))
        .withContext(state)
        .toBe('closes');
    }
  });

  it('is re-opened by a second person', () => {
    expect([mayReopen('a', 'b'), mayReopen('a', 'a')]).toEqual([true, false]);
  });

  it('says what is locked and who can reopen it', () => {
    expect(lockedWords({ quarter, organisation: 'HM Treasury', state: 'signed_off' })).toBe(
      'The return of HM Treasury for Q2 2026-27 is signed off, so what counts up to 30 September 2026 is locked. ' +
        'An approver of the organisation or central oversight can reopen it by requesting changes.',
    );
  });
});
