import { confirmation, history, said, written } from './confirmation.fixture.js';
import { type StageChange, decide, outcomeOf } from './stage-change.js';
import { record, statement } from './stage-record.fixture.js';

const context = { today: '2026-11-30', opensOn: null };
const correcting = (id: string, on: string, stage: 'in_progress' | 'live') =>
  ({ change: 'correct', record: id, reason: 'Wrong', ...statement(on, stage) }) as const;

describe('a change to a history', () => {
  const begun = history(
    said(['2026-01-10', 'live', { backOffice: 'live', evidenceUrl: 'https://a.example' }]),
    [confirmation(2, '2026-06-30', '1'), confirmation(3, '2026-07-30', '1', { withdrawnAt: written(4) })],
  );
  const same = { backOffice: 'live' } as const;
  const cases: readonly (readonly [what: string, change: StageChange, comesTo: string])[] = [
    ['the same again', { change: 'record', ...statement('2026-11-30', 'live', same) }, 'confirmation of 1'],
    [
      'the same with a note',
      { change: 'record', ...statement('2026-11-30', 'live', { ...same, note: 'Yes' }) },
      'confirmation of 1',
    ],
    [
      'other evidence',
      { change: 'record', ...statement('2026-11-30', 'live', { ...same, evidenceUrl: 'https://b.example' }) },
      'record',
    ],
    ['another office', { change: 'record', ...statement('2026-11-30', 'live') }, 'record'],
    ['another stage', { change: 'record', ...statement('2026-11-30', 'redesigned', same) }, 'record'],
    ['the same of a day before it', { change: 'record', ...statement('2026-01-09', 'live', same) }, 'record'],
    ['a confirmation', { change: 'confirm', effectiveOn: '2026-11-30' }, 'confirmation of 1'],
    [
      'a confirmation of a day before all',
      { change: 'confirm', effectiveOn: '2026-01-09' },
      'refused: nothing_to_confirm',
    ],
    [
      'a confirmation of tomorrow',
      { change: 'confirm', effectiveOn: '2026-12-01' },
      'refused: in_the_future',
    ],
    ['a correction', correcting('1', '2026-01-10', 'in_progress'), 'record for 1'],
    [
      'a correction of a confirmation',
      correcting('c2', '2026-06-30', 'in_progress'),
      'refused: confirmation_has_no_stage',
    ],
    ['a withdrawal', { change: 'withdraw', record: '1', reason: 'Wrong' }, 'withdrawal of record 1'],
    [
      'a withdrawal of a confirmation',
      { change: 'withdraw', record: 'c2', reason: 'Wrong' },
      'withdrawal of confirmation c2',
    ],
    [
      'another of the same',
      { change: 'withdraw', record: 'c3', reason: 'Wrong' },
      'refused: corrected_already',
    ],
    [
      'a withdrawal of nothing',
      { change: 'withdraw', record: '9', reason: 'Wrong' },
      'refused: unknown_record',
    ],
  ];
  for (const [what, change, comesTo] of cases)
    it(`${what} is ${comesTo}`, () => {
      const decision = decide(change, begun, context);
      if ('refused' in decision) expect(`refused: ${decision.refused[0]!.code}`).toBe(comesTo);
      else if (decision.writes === 'confirmation')
        expect(`confirmation of ${decision.confirms.id}`).toBe(comesTo);
      else if (decision.writes === 'withdrawal')
        expect(`withdrawal of ${decision.of} ${decision.id}`).toBe(comesTo);
      else expect(decision.corrects ? `record for ${decision.corrects.id}` : 'record').toBe(comesTo);
    });

  it('cannot confirm a day on which the service was closed', () => {
    const closed = { ...begun, closures: [{ closedOn: '2026-09-01', reopenedOn: null }] };
    const decision = decide({ change: 'confirm', effectiveOn: '2026-11-30' }, closed, context);
    expect('refused' in decision && decision.refused[0]!.code).toBe('service_closed');
  });
});

describe('a record over what somebody wrote at the same time', () => {
  const both = history(said(['2026-01-10', 'not_started'], ['2026-11-30', 'live']));
  const yours = { change: 'record', ...statement('2026-11-30', 'in_progress') } as const;
  const corrects = (over: string | null | undefined) => {
    const decision = decide({ ...yours, over }, both, context);
    return 'refused' in decision ? decision.refused[0]!.code : 'corrects' in decision && decision.corrects;
  };

  it('corrects theirs, with a reason that says so, and needs no other', () =>
    expect(corrects(written(1))).toEqual({
      id: '2',
      reason: 'Recorded at the same time by Sam Oak, and this one was chosen instead',
    }));
  it('corrects theirs where nothing had been written when it was begun', () =>
    expect(corrects(null)).toEqual(jasmine.objectContaining({ id: '2' })));
  it('withdraws what else stands against it, and leaves what does not', () => {
    const all = history(
      said(
        ['2026-01-10', 'not_started'],
        ['2026-11-10', 'in_progress'],
        ['2026-11-20', 'live'],
        ['2026-11-25', 'redesigned'],
      ),
    );
    const decision = decide({ ...yours, over: written(1) }, all, context);
    const reason = 'Recorded at the same time by Sam Oak, and another record was chosen instead';
    expect(decision).toEqual(
      jasmine.objectContaining({
        writes: 'record',
        corrects: jasmine.objectContaining({ id: '4' }),
        overrules: [{ id: '3', reason }],
      }),
    );
    const outcome = 'refused' in decision ? null : outcomeOf(decision, all, context.today);
    expect(outcome?.willBe).toEqual({ stage: 'in_progress', since: '2026-11-10' });
  });
  it('is a record of its own where nobody was overtaken, or only by what they had read', () => {
    expect(corrects(undefined)).toBeNull();
    expect(corrects(written(2))).toBeNull();
  });
});

describe('what a change will come to', () => {
  const outcome = (change: StageChange, all: ReturnType<typeof history>) => {
    const decision = decide(change, all, context);
    if ('refused' in decision) throw new Error(decision.refused[0]!.message);
    const { kind, willBe, contradicted } = outcomeOf(decision, all, context.today);
    const against = contradicted.map(
      (one) => `${one.confirmation.id} ${one.was.stage} ${one.willBe?.stage ?? 'falls'}`,
    );
    return [kind, willBe && `${willBe.stage} since ${willBe.since}`, ...against];
  };
  const notStarted = history(said(['2026-01-10', 'not_started']), [
    confirmation(2, '2026-06-30', '1'),
    confirmation(3, '2026-11-30', '1'),
  ]);

  it('is in progress since 20 November, though it was confirmed as not started on 30 November', () =>
    expect(outcome({ change: 'record', ...statement('2026-11-20', 'in_progress') }, notStarted)).toEqual([
      'move',
      'in_progress since 2026-11-20',
      'c3 not_started in_progress',
    ]));

  it('is what stood before a record that is withdrawn, however often it was confirmed', () => {
    const live = history(said(['2026-01-10', 'in_progress'], ['2026-05-01', 'live']), [
      confirmation(3, '2026-06-30', '2'),
      confirmation(4, '2026-09-30', '2', { withdrawnAt: written(5) }),
    ]);
    expect(outcome({ change: 'withdraw', record: '2', reason: 'Wrong' }, live)).toEqual([
      'corrected',
      'in_progress since 2026-01-10',
      'c3 live falls',
    ]);
  });

  it('stays as it is where a record is of an earlier time', () => {
    const live = history(said(['2026-01-10', 'not_started'], ['2026-05-01', 'live']));
    expect(outcome({ change: 'record', ...statement('2026-03-01', 'in_progress') }, live)).toEqual([
      'move',
      'live since 2026-05-01',
    ]);
  });

  it('is nothing where the only record is withdrawn', () =>
    expect(outcome({ change: 'withdraw', record: '1', reason: 'Wrong' }, notStarted)).toEqual([
      'corrected',
      null,
      'c2 not_started falls',
      'c3 not_started falls',
    ]));

  it('is a correction where it says less than what it replaces', () => {
    const live = history(said(['2026-01-10', 'in_progress'], ['2026-05-01', 'live']), [
      confirmation(3, '2026-06-30', '2'),
    ]);
    expect(outcome(correcting('2', '2026-05-01', 'in_progress'), live)).toEqual([
      'correction',
      'in_progress since 2026-01-10',
      'c3 live in_progress',
    ]);
  });

  it('leaves a confirmation as it is where the same is said from earlier on', () =>
    expect(outcome({ change: 'record', ...statement('2025-11-20', 'not_started') }, notStarted)).toEqual([
      'first',
      'not_started since 2025-11-20',
    ]));

  it('counts the last written of one day', () => {
    const twice = history([...notStarted.records, record(5, '2026-11-30', 'live')], notStarted.confirmations);
    expect(
      outcome({ change: 'record', ...statement('2026-11-30', 'in_progress', { note: 'Not yet' }) }, twice),
    ).toEqual(['move', 'in_progress since 2026-11-30', 'c3 live in_progress']);
  });
});
