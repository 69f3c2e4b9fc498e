import { changeSince } from './change-sentences.js';
import type { Movement } from './comparison.js';
import {
  barriersSentence,
  confidenceSentence,
  fallingSentence,
  movedSentence,
  returnsSentence,
  slippageSentence,
  targetsSentence,
} from './pack-sentences.js';
import { comparedWith, returnOf, snapshotOf } from './snapshot.fixture.js';
import type { SnapshotBarrier, SnapshotTarget } from './snapshot.js';

const moves = (...matrix: Movement[]) => comparedWith('2026-27-Q1', '2026-06-30', matrix);
const up = (services: number): Movement => ({ before: 'in_progress', after: 'live', services });
const down = (services: number): Movement => ({ before: 'live', after: 'in_progress', services });
const stayed = (services: number): Movement => ({ before: 'live', after: 'live', services });

const target = (given: Partial<SnapshotTarget>): SnapshotTarget => ({
  ...{ reference: 'A', name: 'A', organisation: 'One', stage: 'live', reached: false },
  ...{ firstDueOn: '2026-12-31', dueOn: '2026-12-31', slippage: 0 },
  ...given,
});
const barrier = (id: string, service: string | null): SnapshotBarrier => ({
  ...{ id, service: service === null ? null : { reference: service, name: service }, organisation: 'One' },
  ...{
    category: 'skills',
    description: 'Few',
    nextAction: null,
    nextActionOwner: null,
    raisedOn: '2026-01-01',
  },
});

describe('sentences of a review', () => {
  const cases = [
    [movedSentence(moves()), 'No service has moved to another stage since 30 June 2026.'],
    [movedSentence(moves(stayed(3))), 'No service has moved to another stage since 30 June 2026.'],
    [
      movedSentence(moves(up(1))),
      '1 service has moved to a higher stage since 30 June 2026, and none to a lower one.',
    ],
    [
      movedSentence(moves(up(1234), down(1))),
      '1,234 services have moved to a higher stage since 30 June 2026, and 1 to a lower one.',
    ],
    [
      movedSentence(moves(down(2))),
      'No services have moved to a higher stage since 30 June 2026, and 2 to a lower one.',
    ],
    [
      changeSince(moves(up(1), stayed(3)).comparison),
      'Since 30 June 2026 the share that is live or beyond is 25 points up; 25 points up among the same services.',
    ],
    [
      changeSince(moves(down(1), stayed(99)).comparison),
      'Since 30 June 2026 the share that is live or beyond is 1 point down; 1 point down among the same services.',
    ],
    [
      changeSince(moves(stayed(3)).comparison),
      'Since 30 June 2026 the share that is live or beyond is unchanged; unchanged among the same services.',
    ],
    [
      changeSince(moves({ before: 'absent', after: 'live', services: 1 }).comparison),
      'Nothing was recorded on 30 June 2026, so there is no change to show.',
    ],
    [changeSince(moves().comparison), ''],
    [returnsSentence(snapshotOf()), 'No returns were expected.'],
    [returnsSentence(snapshotOf({ returns: [returnOf('One')] })), '1 return was expected: 1 signed off.'],
    [
      returnsSentence(
        snapshotOf({
          returns: [
            returnOf('One'),
            returnOf('Two', { state: 'draft' }),
            returnOf('Three', { state: 'excused' }),
          ],
        }),
      ),
      '3 returns were expected: 1 draft, 1 signed off and 1 excused.',
    ],
    [
      confidenceSentence(snapshotOf({ returns: [returnOf('One', { confidence: null })] })),
      'No return says how confident the organisation is.',
    ],
    [
      confidenceSentence(snapshotOf({ returns: [returnOf('One')] })),
      '1 return says how confident the organisation is: 1 fairly confident.',
    ],
    [
      confidenceSentence(
        snapshotOf({ returns: [returnOf('One'), returnOf('Two', { confidence: 'dont_know' })] }),
      ),
      '2 returns say how confident the organisation is: 1 fairly confident and 1 don’t know.',
    ],
    [targetsSentence(snapshotOf()), 'No targets are set.'],
    [targetsSentence(snapshotOf({ targets: [target({ dueOn: null })] })), 'No targets are set.'],
    [
      targetsSentence(snapshotOf({ targets: [target({ dueOn: '2026-09-30' })] })),
      '1 target is set: 1 is to come.',
    ],
    [
      targetsSentence(
        snapshotOf({
          targets: [
            target({ reached: true }),
            target({ dueOn: '2026-09-29' }),
            target({ dueOn: '2026-09-29' }),
          ],
        }),
      ),
      '3 targets are set: 1 has been reached and 2 have passed without being reached.',
    ],
    [slippageSentence(snapshotOf()), ''],
    [slippageSentence(snapshotOf({ targets: [target({})] })), 'No target is later than it was at first.'],
    [
      slippageSentence(snapshotOf({ targets: [target({ slippage: 90 })] })),
      'The date of 1 target is later than it was at first.',
    ],
    [barriersSentence(snapshotOf()), 'No barriers are recorded.'],
    [barriersSentence(snapshotOf({ barriers: [barrier('1', 'A')] })), '1 barrier holds back 1 service.'],
    [
      barriersSentence(snapshotOf({ barriers: [barrier('1', 'A'), barrier('2', 'A'), barrier('3', null)] })),
      '3 barriers hold back 1 service and 1 organisation.',
    ],
  ] as const;

  it('are right in the singular, in the plural, and where there is nothing to say', () => {
    for (const [said, expected] of cases) expect(said).toBe(expected);
  });

  it('say where confidence has fallen', () => {
    const before = { quarter: '2026-27-Q1', confidence: 'very_confident' } as const;
    const one = returnOf('One', { confidenceBefore: before, fell: true });
    const same = returnOf('Two', { confidenceBefore: before, fell: false });
    const said = (...returns: (typeof one)[]) => fallingSentence(snapshotOf({ returns }));
    expect(said(returnOf('One'))).toBe('');
    expect(said(one)).toBe(
      'In the only return that can be compared, confidence is lower than in the one before.',
    );
    expect(said(same)).toBe(
      'In the only return that can be compared, confidence is not lower than in the one before.',
    );
    expect(said(one, same)).toBe(
      'In 1 of the 2 returns that can be compared, confidence is lower than in the one before.',
    );
    expect(said(same, same)).toBe(
      'In none of the 2 returns that can be compared, confidence is lower than in the one before.',
    );
  });
});
