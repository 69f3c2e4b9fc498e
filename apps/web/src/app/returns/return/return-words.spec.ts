import { quarterOf, returnOf, submittedReturn } from './return.fixture';
import { dueWords, needsWords, standingWords, undoneWords } from './return-words';

describe('words of a return', () => {
  it('say when it is due, and how late it is while it is owed', () => {
    expect(dueWords(returnOf(), '2024-07-24')).toBe('Due 26 July 2024, in 2 working days');
    expect(dueWords(returnOf(), '2024-07-26')).toBe('Due today, 26 July 2024');
    // A weekend after the due date is no working day late.
    expect(dueWords(returnOf(), '2024-07-28')).toBe('Was due 26 July 2024');
    expect(dueWords(returnOf({ workingDaysLate: 1 }), '2024-07-29')).toBe(
      'Was due 26 July 2024: 1 working day late',
    );
    expect(dueWords(submittedReturn(), '2024-07-29')).toBe('Was due 26 July 2024');
    expect(dueWords(submittedReturn(), '2024-07-01')).toBe('Due 26 July 2024');
  });

  const open = quarterOf();
  it('say of each state what it means', () => {
    for (const state of ['not_started', 'draft', 'changes_requested'] as const)
      expect(standingWords(returnOf({ state }), open))
        .withContext(state)
        .toEqual([]);
    expect(standingWords(submittedReturn(), open)).toEqual([
      'Submitted by Ada Lead on 20 July 2024 at 10:05, reference 2024-25-Q1-DWP-1.',
      'An approver of Department for Work and Pensions who did not work on it signs it off next.',
      'Until then what counts up to 30 June 2024 is locked. An approver of Department for Work and Pensions, or central oversight, can reopen it by requesting changes.',
      'Names, owners, addresses, transactions, targets and what barriers say can still change. The review keeps them as they were submitted.',
    ]);
    expect(standingWords(returnOf({ state: 'excused', excused: 'It has no services.' }), open)).toEqual([
      'No return is needed for Q1 2024-25. It has no services.',
    ]);
    expect(standingWords(returnOf(), quarterOf('closed'))).toEqual([
      'Q1 2024-25 is closed, so this return can no longer be changed.',
    ]);
  });

  it('say what it still needs', () => {
    const needs = (change: Parameters<typeof returnOf>[0]) => needsWords(returnOf(change));
    expect(needs({})).toBe(
      'The return of Department for Work and Pensions for Q1 2024-25 still needs 24 services, your confidence ' +
        'and a look at barriers and targets, then submitting.',
    );
    const services = { total: 30, said: 28, changed: 1, notRecorded: 2 };
    expect(needs({ services, confidence: 'fairly_confident', reviewed: true })).toBe(
      'The return of Department for Work and Pensions for Q1 2024-25 only needs submitting.',
    );
    expect(needs({ state: 'changes_requested', services, confidence: 'fairly_confident' })).toBe(
      'Changes have been requested to the return of Department for Work and Pensions for Q1 2024-25. ' +
        'It needs a look at barriers and targets, then submitting again.',
    );
  });

  it('say what sending it back undoes', () => {
    expect(undoneWords(submittedReturn())).toBeNull();
    expect(undoneWords(returnOf({ state: 'excused', excused: 'x' }))).toContain('It is owed again');
  });
});
