import { type FoundSignal, type Thresholds, defaultThresholds, signals, thresholdBroken } from './signal.js';
import {
  signalDefinition,
  signalLabels,
  signalSentence,
  thresholdWords,
  signalsHeadline,
  fallingConfidenceSentence,
} from './signal-words.js';

describe('the definition of a signal', () => {
  const one: Thresholds = { stalled: 1, went_backwards: 1, slipped: 1, no_data: 1 };
  const many: Thresholds = { ...defaultThresholds, stalled: 1000, slipped: 3 };
  const cases: readonly [signal: (typeof signals)[number], thresholds: Thresholds, words: string][] = [
    ['stalled', defaultThresholds, 'In progress, and has not moved to another stage for 365 days or more.'],
    ['stalled', one, 'In progress, and has not moved to another stage for 1 day or more.'],
    ['stalled', many, 'In progress, and has not moved to another stage for 1,000 days or more.'],
    ['went_backwards', defaultThresholds, 'Moved to a lower stage in the last 365 days.'],
    ['went_backwards', one, 'Moved to a lower stage in the last day.'],
    [
      'slipped',
      defaultThresholds,
      'The date of a target was moved later 2 times or more, or has passed without the target being reached.',
    ],
    [
      'slipped',
      one,
      'The date of a target was moved later once or more, or has passed without the target being reached.',
    ],
    [
      'front_only',
      one,
      'The front office is live or redesigned while the middle or back office is not started.',
    ],
    [
      'check_claim',
      one,
      'Redesigned while the middle or back office is not yet live, or live or redesigned without evidence.',
    ],
    ['no_data', defaultThresholds, 'Neither recorded nor confirmed in the last 2 quarters to have ended.'],
    ['no_data', one, 'Neither recorded nor confirmed in the last quarter to have ended.'],
  ];
  for (const [signal, thresholds, words] of cases)
    it(words, () => expect(signalDefinition(signal, thresholds)).toBe(words));

  it('is one sentence for each, and each has a label of its own', () => {
    for (const signal of signals)
      expect(signalDefinition(signal, defaultThresholds)).toMatch(/^[A-Z][^.]+\.$/);
    expect(new Set(Object.values(signalLabels)).size).toBe(signals.length);
    expect(Object.keys(signalLabels)).toEqual([...signals]);
  });
});

describe('a threshold', () => {
  it('is so many of what it counts', () => {
    expect(thresholdWords('slipped', 1)).toBe('once');
    expect(thresholdWords('no_data', 1)).toBe('1 quarter');
    expect(thresholdWords('stalled', 3650)).toBe('3,650 days');
  });

  const cases = [
    ['stalled', 365, 1, null],
    ['stalled', 365, 3650, null],
    ['stalled', 365, 0, 'out_of_range'],
    ['stalled', 365, -1, 'out_of_range'],
    ['stalled', 365, 3651, 'out_of_range'],
    ['stalled', 365, 1.5, 'out_of_range'],
    ['stalled', 365, Number.NaN, 'out_of_range'],
    ['stalled', 365, 365, 'nothing_changed'],
    ['stalled', 180, 365, null],
    ['slipped', 2, 20, null],
    ['slipped', 2, 21, 'out_of_range'],
    ['no_data', 2, 20, null],
    ['no_data', 2, 21, 'out_of_range'],
    ['went_backwards', 365, 3650, null],
  ] as const;
  for (const [signal, now, next, code] of cases)
    it(`of ${signal} from ${now} to ${next}: ${code ?? 'allowed'}`, () =>
      expect(thresholdBroken(signal, now, next)?.code ?? null).toBe(code));
});

describe('what caused a signal', () => {
  const move = (from: string, to: string, setOn: string) => ({ from, to, setOn });
  const slipped = { signal: 'slipped', target: 'live', began: '2026-06-30', dueOn: '2026-09-30' } as const;
  const moves = [
    move('2026-03-31', '2026-06-30', '2026-03-01'),
    move('2026-06-30', '2026-09-30', '2026-06-30'),
  ];
  const back = { office: 'backOffice', stage: 'not_started' } as const;
  const middle = { office: 'middleOffice', stage: 'in_progress' } as const;
  const began = '2026-01-31';
  const cases: readonly [FoundSignal, words: string][] = [
    [{ signal: 'stalled', began, since: '2025-01-31' }, 'In progress since 31 January 2025.'],
    [
      { signal: 'went_backwards', began, from: 'redesigned', to: 'in_progress' },
      'Moved back from redesigned to in progress on 31 January 2026.',
    ],
    [{ ...slipped, passed: true, moves: [] }, 'The target to be live passed on 30 September 2026.'],
    [
      { ...slipped, passed: false, moves },
      'The target to be live moved later from 31 March 2026 to 30 June 2026 on 1 March 2026 and from 30 June 2026 to 30 September 2026 on 30 June 2026.',
    ],
    [
      { ...slipped, passed: true, moves: moves.slice(1) },
      'The target to be live moved later from 30 June 2026 to 30 September 2026 on 30 June 2026, and passed on 30 September 2026.',
    ],
    [
      { signal: 'front_only', began, offices: [{ ...middle, stage: 'not_started' }, back] },
      'The front office is ahead: the middle office is not started and the back office is not started, since 31 January 2026.',
    ],
    [
      { signal: 'check_claim', began, offices: [], evidenceMissing: true },
      'There is no evidence, since 31 January 2026.',
    ],
    [
      { signal: 'check_claim', began, offices: [middle], evidenceMissing: false },
      'The middle office is in progress, since 31 January 2026.',
    ],
    [
      { signal: 'check_claim', began, offices: [middle, back], evidenceMissing: true },
      'The middle office is in progress, the back office is not started and there is no evidence, since 31 January 2026.',
    ],
    [{ signal: 'no_data', began, last: '2025-05-31' }, 'Last recorded or confirmed on 31 May 2025.'],
    [{ signal: 'no_data', began: null, last: null }, 'Never recorded.'],
  ];
  for (const [found, words] of cases) it(words, () => expect(signalSentence(found)).toBe(words));
});

describe('how many services show a signal, in words', () => {
  for (const [services, any, words] of [
    [40, 9, '9 of the 40 services show a signal.'],
    [2162, 1001, '1,001 of the 2,162 services show a signal.'],
    [40, 1, '1 of the 40 services shows a signal.'],
    [40, 0, 'None of the 40 services shows a signal.'],
    [1, 1, 'The only service shows a signal.'],
    [1, 0, 'The only service shows no signal.'],
    [0, 0, 'There are no services.'],
  ] as const)
    it(`is said for ${any} of ${services}`, () => expect(signalsHeadline({ services, any })).toBe(words));
});

describe('an organisation whose confidence falls', () => {
  it('says from what to what, and in which returns', () =>
    expect(
      fallingConfidenceSentence(
        { quarter: '2026-27-Q1', confidence: 'fairly_confident' },
        { quarter: '2026-27-Q2', confidence: 'not_very_confident' },
      ),
    ).toBe('From fairly confident in Q1 2026-27 to not very confident in Q2 2026-27.'));
});
