import { type Reminder, isChasingTime, reminderFor, waitsFor } from './reminder.js';
import { returnStates } from './return.js';
import { isWorkingDay } from './working-days.js';
import { daysAfter } from './calendar.js';

// Thursday 28 January 2027; 26 March is Good Friday.
const quarter = { openedOn: '2027-01-04', dueOn: '2027-01-28' };
const owed = { state: 'not_started', submittedOn: null } as const;
const words = (reminder: Reminder | null) => reminder && `${reminder.kind} ${reminder.on} ${reminder.to}`;

describe('a return waits', () => {
  const who = {
    not_started: 'digital_lead',
    draft: 'digital_lead',
    changes_requested: 'digital_lead',
    submitted: 'approver',
    signed_off: null,
    excused: null,
  } as const;
  for (const state of returnStates)
    it(`for ${who[state] ?? 'nobody'} while ${state}`, () => expect(waitsFor(state)).toBe(who[state]));
});

describe('the reminder of a return that is owed', () => {
  const days = [
    ['2027-01-03', null],
    ['2027-01-04', 'quarter_opened 2027-01-04'],
    ['2027-01-20', 'quarter_opened 2027-01-04'],
    ['2027-01-21', 'due_soon 2027-01-21'],
    ['2027-01-27', 'due_soon 2027-01-21'],
    ['2027-01-28', 'due_today 2027-01-28'],
    ['2027-01-29', 'overdue 2027-01-29'],
    ['2027-02-04', 'overdue 2027-01-29'],
    ['2027-02-05', 'overdue 2027-02-05'],
    ['2027-03-19', 'overdue 2027-03-19'],
    // Fridays, but for Good Friday and the Monday after it.
    ['2027-03-29', 'overdue 2027-03-19'],
    ['2027-03-30', 'overdue 2027-03-30'],
    ['2027-04-02', 'overdue 2027-04-02'],
  ] as const;
  for (const [today, expected] of days)
    it(`on ${today} is ${expected ?? 'none'}`, () =>
      expect(words(reminderFor(quarter, owed, today))).toBe(expected && `${expected} digital_lead`));

  const dues = [
    // On a Saturday: reminded on the Friday, late from Monday.
    ['2027-01-30', '2027-01-29', 'due_today 2027-01-29'],
    ['2027-01-30', '2027-01-31', 'due_today 2027-01-29'],
    ['2027-01-30', '2027-02-01', 'overdue 2027-02-01'],
    // Over Christmas: five working days, of which two are bank holidays.
    ['2027-01-04', '2027-01-04', 'quarter_opened 2027-01-04'],
    // So soon that the week before is over already.
    ['2027-01-07', '2027-01-06', 'quarter_opened 2027-01-04'],
    ['2027-01-07', '2027-01-07', 'due_today 2027-01-07'],
  ] as const;
  for (const [dueOn, today, expected] of dues)
    it(`that is due on ${dueOn} is on ${today} ${expected}`, () =>
      expect(words(reminderFor({ ...quarter, dueOn }, owed, today))).toBe(`${expected} digital_lead`));

  it('counts five working days, whatever holidays there are', () => {
    const overChristmas = { openedOn: '2026-12-01', dueOn: '2026-12-30' };
    expect(words(reminderFor(overChristmas, owed, '2026-12-20'))).toBe(
      'quarter_opened 2026-12-01 digital_lead',
    );
    expect(words(reminderFor(overChristmas, owed, '2026-12-21'))).toBe('due_soon 2026-12-21 digital_lead');
  });
});

describe('the reminder of a return', () => {
  const states = [
    ['not_started', null, 'due_today 2027-01-28 digital_lead'],
    ['draft', null, 'due_today 2027-01-28 digital_lead'],
    ['changes_requested', '2027-01-28', 'due_today 2027-01-28 digital_lead'],
    ['submitted', '2027-01-27', 'due_today 2027-01-28 approver'],
    // They have just been told.
    ['submitted', '2027-01-28', null],
    ['submitted', null, null],
    ['signed_off', '2027-01-20', null],
    ['excused', null, null],
  ] as const;
  for (const [state, submittedOn, expected] of states)
    it(`that is ${state}${submittedOn ? ` since ${submittedOn}` : ''} is ${expected ?? 'none'}`, () =>
      expect(words(reminderFor(quarter, { state, submittedOn }, '2027-01-28'))).toBe(expected));

  it('never tells approvers that a quarter was opened', () =>
    expect(reminderFor(quarter, { state: 'submitted', submittedOn: '2027-01-04' }, '2027-01-20')).toBeNull());

  it('comes on working days only, and each later than the one before', () => {
    let [last, seen] = ['', 0];
    for (let today = quarter.openedOn; today < '2028-01-01'; today = daysAfter(today, 1)) {
      const { on } = reminderFor(quarter, owed, today)!;
      expect(isWorkingDay(on)).withContext(on).toBeTrue();
      expect(on >= last)
        .withContext(today)
        .toBeTrue();
      if (on !== last) seen++;
      last = on;
    }
    expect(seen).toBe(52);
  });
});

describe('reminders that were missed are made up for', () => {
  const times = [
    ['2027-01-28T08:59:59Z', false],
    ['2027-01-28T09:00:00Z', true],
    ['2027-01-28T23:59:59Z', true],
    // In summer London is an hour ahead.
    ['2027-07-01T07:59:59Z', false],
    ['2027-07-01T08:00:00Z', true],
    ['2027-07-01T23:30:00Z', false],
    ['2027-01-30T12:00:00Z', false],
    ['2027-03-26T12:00:00Z', false],
  ] as const;
  for (const [time, expected] of times)
    it(`${expected ? '' : 'not '}at ${time}`, () => expect(isChasingTime(new Date(time))).toBe(expected));
});
