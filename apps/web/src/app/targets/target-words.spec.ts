import type { Target } from '@headway/contract';
import { type TargetStanding, daysBetween } from '@headway/domain';
import {
  dueWords,
  firstSetWords,
  settingWords,
  slippedWords,
  stageOfPath,
  standingTag,
  targetPath,
  targetSentence,
} from './target-words';

const target = (firstDueOn: string, dueOn: string | null, stage: Target['stage'] = 'live'): Target => ({
  stage,
  dueOn,
  firstDueOn,
  slippage: dueOn === null ? null : daysBetween(firstDueOn, dueOn),
});

describe('how a target stands', () => {
  const cases: readonly [standing: TargetStanding, tag: string | null, due: string][] = [
    [{ is: 'reached' }, 'Reached', ''],
    [{ is: 'given_up' }, 'Given up', ''],
    [{ is: 'due', days: 0 }, null, 'due today'],
    [{ is: 'due', days: 1 }, null, 'due in 1 day'],
    [{ is: 'due', days: 1234 }, null, 'due in 1,234 days'],
    [{ is: 'passed', days: -1 }, 'Passed 1 day ago', ''],
    [{ is: 'passed', days: -90 }, 'Passed 90 days ago', ''],
  ];
  for (const [standing, tag, due] of cases)
    it(`is told where it is ${JSON.stringify(standing)}`, () =>
      expect([standingTag(standing)?.text ?? null, dueWords(standing)]).toEqual([tag, due]));
});

describe('how far a target moved', () => {
  const cases: readonly [target: Target, slipped: string, first: string, sentence: string][] = [
    [target('2026-09-30', '2026-09-30'), '', '', 'Live by 30 September 2026.'],
    [
      target('2026-09-30', '2027-03-31'),
      'Slipped 182 days',
      'First set as 30 September 2026: 182 days later',
      'Live by 31 March 2027. First set as 30 September 2026: 182 days later.',
    ],
    [
      target('2026-09-30', '2026-09-29', 'redesigned'),
      '',
      'First set as 30 September 2026: 1 day earlier',
      'Redesigned by 29 September 2026. First set as 30 September 2026: 1 day earlier.',
    ],
    [
      target('2026-09-30', null),
      '',
      'First set as 30 September 2026',
      'The target was given up. First set as 30 September 2026.',
    ],
  ];
  for (const [one, slipped, first, sentence] of cases)
    it(`is said: ${sentence}`, () =>
      expect([slippedWords(one), firstSetWords(one), targetSentence(one)]).toEqual([
        slipped,
        first,
        sentence,
      ]));
});

describe('a date that was set', () => {
  const set = { stage: 'live' as const, reason: null, setAt: '2026-05-31T23:30:00Z', setBy: 'Dana Wren' };
  it('is said with who and when, in London', () => {
    expect(settingWords({ ...set, dueOn: '2027-03-31' })).toEqual({
      title: 'Live by 31 March 2027',
      byline: '1 June 2026, by Dana Wren',
    });
    expect(settingWords({ ...set, dueOn: null }).title).toBe('Live: target given up');
  });
});

describe('the path of a target', () => {
  it('keeps a slash in a reference out of the way, and knows two stages', () => {
    expect(targetPath('DWP/1', 'live', 'give-up')).toBe('/services/DWP%2F1/targets/live/give-up');
    expect(['live', 'redesigned', 'in_progress', ''].map(stageOfPath)).toEqual([
      'live',
      'redesigned',
      null,
      null,
    ]);
  });
});
