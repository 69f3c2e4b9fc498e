import { quarterOf } from './quarter.js';
import {
  type ReturnAction,
  type ReturnState,
  isLocked,
  isOwed,
  maySignOff,
  submittedTooEarly,
  returnAfter,
  returnBroken,
  returnCounts,
  returnStates,
} from './return.js';

describe('a return', () => {
  /** What each action makes of each state; a dot where it is not allowed. */
  const table: Readonly<Record<ReturnAction, string>> = {
    //                  not_started draft submitted changes_requested signed_off excused
    save: '             draft       draft     . changes_requested . .',
    submit: '           submitted   submitted . submitted         . .',
    sign_off: '         .           .         signed_off        . . .',
    request_changes: '  .           .         changes_requested . changes_requested changes_requested',
    excuse: '           excused     excused   . excused           . .',
  };
  for (const [action, row] of Object.entries(table) as [ReturnAction, string][])
    row
      .trim()
      .split(/\s+/)
      .forEach((after, n) => {
        const state = returnStates[n]!;
        it(`${state}, ${action}: ${after === '.' ? 'not allowed' : after}`, () =>
          expect(returnAfter(state, action)).toBe(after === '.' ? null : (after as ReturnState)));
      });

  it('is locked while submitted or signed off, and owed until submitted or excused', () => {
    expect(returnStates.filter(isLocked)).toEqual(['submitted', 'signed_off']);
    expect(returnStates.filter(isOwed)).toEqual(['not_started', 'draft', 'changes_requested']);
  });

  it('is submitted from the last day of its quarter on', () => {
    const quarter = quarterOf('2026-27-Q3')!;
    expect(submittedTooEarly(quarter, '2026-12-30')).toBe(
      'The return can be submitted from 31 December 2026, the last day of the quarter. Until then it is kept as a draft.',
    );
    expect([submittedTooEarly(quarter, '2026-12-31'), submittedTooEarly(quarter, '2027-01-01')]).toEqual([
      null,
      null,
    ]);
  });

  it('is never signed off by whoever submitted it', () => {
    expect([maySignOff('a', ['b', 'c']), maySignOff('a', ['b', 'a'])]).toEqual([true, false]);
  });

  it('is counted in one state each, so that all add up to expected', () => {
    for (const states of [[], returnStates, [...returnStates, ...returnStates, 'draft']] as ReturnState[][]) {
      const { expected, ...counts } = returnCounts(states);
      expect(Object.values(counts).reduce((sum, one) => sum + one, 0)).toBe(expected);
      expect(expected).toBe(states.length);
    }
  });

  const whole = { confidence: 'very_confident', reviewed: true, unsaid: 0, restUnchanged: false } as const;
  const broken = (change: object) => returnBroken({ ...whole, ...change }).map(({ field }) => field);
  it('says what is missing before it can be submitted', () => {
    expect(broken({})).toEqual([]);
    expect(broken({ unsaid: 3 })).toEqual(['restUnchanged']);
    expect(broken({ unsaid: 3, restUnchanged: true })).toEqual([]);
    expect(broken({ confidence: null, reviewed: false })).toEqual(['confidence', 'reviewed']);
    expect(returnBroken({ ...whole, unsaid: 1 })[0]!.message).toBe(
      'Update 1 service, or say that nothing has changed for it',
    );
  });
});
