import type { StageOrNone } from './stage.js';
import { type TargetBreak, targetBroken } from './target-broken.js';
import {
  type TargetStage,
  type TargetStanding,
  movesLater,
  reached,
  slippage,
  targetStages,
  targetStanding,
} from './target.js';

const set = (...dates: (string | null)[]) => dates.map((dueOn) => ({ dueOn }));

describe('the dates of a target', () => {
  const cases: readonly [what: string, dates: (string | null)[], slipped: number | null, later: number][] = [
    ['never set', [], null, 0],
    ['set once', ['2026-09-30'], 0, 0],
    ['moved later', ['2026-09-30', '2027-03-31'], 182, 1],
    ['moved earlier', ['2026-09-30', '2026-09-01'], -29, 0],
    ['moved later and back again', ['2026-09-30', '2027-03-31', '2026-09-30'], 0, 1],
    ['moved later twice', ['2026-09-30', '2026-12-31', '2027-03-31'], 182, 2],
    ['moved later, earlier, later', ['2026-09-30', '2026-12-31', '2026-11-30', '2027-01-31'], 123, 2],
    ['given up', ['2026-09-30', null], null, 0],
    ['given up and set again, later', ['2026-09-30', null, '2027-03-31'], 182, 1],
    ['given up and set again, on the same day', ['2026-09-30', null, '2026-09-30'], 0, 0],
    ['over the end of a leap year', ['2027-12-31', '2028-12-31'], 366, 1],
    ['over a change of the clocks', ['2026-10-24', '2026-10-26'], 2, 1],
  ];
  for (const [what, dates, slipped, later] of cases)
    it(`${what}: slipped ${slipped} days, moved later ${later} times`, () => {
      expect(slippage(set(...dates))).toBe(slipped);
      expect(movesLater(set(...dates)).length).toBe(later);
    });
});

describe('reaching a target', () => {
  const marks: readonly [stage: StageOrNone, live: boolean, redesigned: boolean][] = [
    ['not_recorded', false, false],
    ['not_started', false, false],
    ['in_progress', false, false],
    ['live', true, false],
    ['redesigned', true, true],
  ];
  for (const [stage, ...expected] of marks)
    for (const [index, target] of targetStages.entries())
      it(`to be ${target} when ${stage}: ${expected[index]}`, () =>
        expect(reached(target, stage === 'not_recorded' ? null : stage)).toBe(expected[index]!));
});

describe('a target on 23 November 2026', () => {
  const cases: readonly [stage: TargetStage, now: StageOrNone, dueOn: string | null, is: TargetStanding][] = [
    ['live', 'in_progress', '2026-12-31', { is: 'due', days: 38 }],
    ['live', 'not_recorded', '2026-11-24', { is: 'due', days: 1 }],
    ['live', 'not_started', '2026-11-23', { is: 'due', days: 0 }],
    ['live', 'in_progress', '2026-11-22', { is: 'passed', days: -1 }],
    ['redesigned', 'live', '2025-11-23', { is: 'passed', days: -365 }],
    ['live', 'live', '2025-11-23', { is: 'reached' }],
    ['live', 'redesigned', '2027-11-23', { is: 'reached' }],
    ['redesigned', 'redesigned', '2026-11-23', { is: 'reached' }],
    ['live', 'in_progress', null, { is: 'given_up' }],
    ['live', 'live', null, { is: 'given_up' }],
  ];
  for (const [stage, now, dueOn, is] of cases)
    it(`of ${stage} by ${dueOn} is ${JSON.stringify(is)} while ${now}`, () =>
      expect(targetStanding({ stage, dueOn }, now, '2026-11-23')).toEqual(is));
});

describe('setting a target on 23 November 2026', () => {
  const why = 'The supplier is late';
  const cases: readonly [
    what: string,
    dates: (string | null)[],
    dueOn: string | null,
    reason: string | null,
    code: TargetBreak | null,
  ][] = [
    ['the first', [], '2027-03-31', null, null],
    ['the first, today', [], '2026-11-23', null, null],
    ['the first, in the past', [], '2025-03-31', null, null],
    ['the first, with a reason', [], '2027-03-31', why, null],
    ['the first, on the day it opened', [], '2020-04-01', null, null],
    ['the first, before it opened', [], '2020-03-31', null, 'before_it_opened'],
    ['none where there is none', [], null, null, 'nothing_to_give_up'],
    ['none where there is none, with a reason', [], null, why, 'nothing_to_give_up'],
    ['another date', ['2027-03-31'], '2027-06-30', why, null],
    ['another date, earlier', ['2027-03-31'], '2026-12-31', why, null],
    ['another date, today', ['2027-03-31'], '2026-11-23', why, null],
    ['another date, in the past', ['2027-03-31'], '2026-11-22', why, 'in_the_past'],
    ['another date in the past for one there', ['2025-03-31'], '2025-06-30', why, 'in_the_past'],
    ['another date, no reason', ['2027-03-31'], '2027-06-30', null, 'reason_required'],
    ['another date, a blank reason', ['2027-03-31'], '2027-06-30', '', 'reason_required'],
    ['another date, before it opened', ['2027-03-31'], '2020-03-31', why, 'before_it_opened'],
    ['the same date', ['2027-03-31'], '2027-03-31', why, 'nothing_changed'],
    ['the same date after another', ['2026-12-31', '2027-03-31'], '2027-03-31', why, 'nothing_changed'],
    ['a date that it had before', ['2027-06-30', '2027-03-31'], '2027-06-30', why, null],
    ['no date any more', ['2027-03-31'], null, why, null],
    ['no date any more, no reason', ['2027-03-31'], null, null, 'reason_required'],
    ['no date twice', ['2027-03-31', null], null, why, 'nothing_to_give_up'],
    ['a date after giving up', ['2027-03-31', null], '2027-03-31', why, null],
    ['a date after giving up, in the past', ['2027-03-31', null], '2025-03-31', why, null],
    ['a date after giving up, no reason', ['2027-03-31', null], '2027-06-30', null, 'reason_required'],
  ];
  for (const [what, dates, dueOn, reason, code] of cases)
    it(`${what}: ${code ?? 'allowed'}`, () => {
      const context = { today: '2026-11-23', opensOn: '2020-04-01' };
      const broken = targetBroken(set(...dates), { dueOn, reason }, context);
      expect(broken?.code ?? null).toBe(code);
      if (broken) expect(broken.field).toBe(code === 'reason_required' ? 'reason' : 'dueOn');
    });

  it('takes any first date where the service opened before records began', () => {
    const context = { today: '2026-11-23', opensOn: null };
    expect(targetBroken([], { dueOn: '1999-01-01', reason: null }, context)).toBeNull();
  });
});
