import type { Stage, StageRecord } from '@headway/domain';
import { type Finding, sayTo } from './findings.js';
import { brief, row, service, today } from './imports.fixture.js';
import { planRow } from './plan.js';
import type { ReadRow } from './read-rows.js';

let sequence = 0;
const record = (effectiveOn: string, stage: Stage, rest: Partial<StageRecord> = {}): StageRecord => ({
  sequence: ++sequence,
  effectiveOn,
  stage,
  redesignUnderWay: false,
  frontOffice: null,
  middleOffice: null,
  backOffice: null,
  note: null,
  evidenceUrl: null,
  ...rest,
});
const offices = (frontOffice: Stage | null, middleOffice: Stage | null, backOffice: Stage | null) => ({
  frontOffice,
  middleOffice,
  backOffice,
});

function plan(read: Partial<ReadRow>, records: readonly StageRecord[]) {
  const findings: Finding[] = [];
  const { statements, fields } = planRow(
    row(read),
    'treasury-id',
    service({ records }),
    today,
    sayTo(findings, 2),
  );
  return { statements, fields, said: brief(findings) };
}

/** The same row once more, after what it came to was written down. */
function again(read: Partial<ReadRow>, records: readonly StageRecord[]) {
  const { statements } = plan(read, records);
  return plan(read, [...records, ...statements.map((one) => ({ ...one, sequence: ++sequence }))]);
}

describe('what a row says beside a stage that is in force', () => {
  const live = (rest: Partial<StageRecord> = {}) => [record('2024-01-01', 'live', rest)];
  const exported = { stage: 'live', stageReachedOn: '2024-01-01' } as const;

  it('is a record from today, not from when the stage was reached, and keeps all else', () => {
    const records = live({ ...offices('live', null, 'not_started'), evidenceUrl: 'https://a.example' });
    const read = { ...exported, offices: offices('live', 'in_progress', null), note: 'New system' };
    const { statements, fields, said } = plan(read, records);
    expect(statements).toEqual([
      {
        stage: 'live',
        redesignUnderWay: false,
        ...offices('live', 'in_progress', 'not_started'),
        effectiveOn: today,
        note: 'New system',
        evidenceUrl: 'https://a.example',
      },
    ]);
    expect(fields).toEqual([{ field: 'Middle office', before: null, after: 'In progress' }]);
    expect(said).toEqual([]);
    expect(again(read, records)).toEqual({ statements: [], fields: [], said: [] });
  });

  it('is nothing where it is the same, or blank', () => {
    const records = live({
      ...offices('live', null, null),
      redesignUnderWay: true,
      evidenceUrl: 'https://a.example',
    });
    const same = {
      offices: offices('live', null, null),
      redesignUnderWay: true,
      evidenceUrl: 'https://a.example',
    };
    expect(plan({ ...exported, ...same }, records)).toEqual({ statements: [], fields: [], said: [] });
    expect(plan(exported, records)).toEqual({ statements: [], fields: [], said: [] });
  });

  it('may begin or end the redesign', () => {
    expect(plan({ ...exported, redesignUnderWay: true }, live()).fields).toEqual([
      { field: 'Redesign under way', before: 'No', after: 'Yes' },
    ]);
    const ended = plan({ ...exported, redesignUnderWay: false }, live({ redesignUnderWay: true }));
    expect(ended.statements[0]!.redesignUnderWay).toBeFalse();
  });

  it('cannot be a redesign under way before anything is', () => {
    const records = [record('2024-01-01', 'not_started')];
    expect(plan({ stage: 'not_started', redesignUnderWay: true }, records).said).toEqual([
      '2 Redesign under way error redesign_not_under_way',
    ]);
  });

  it('may be new evidence', () => {
    const { statements, fields } = plan({ ...exported, evidenceUrl: 'https://b.example' }, live());
    expect([statements[0]!.evidenceUrl, fields]).toEqual([
      'https://b.example',
      [{ field: 'Evidence', before: null, after: 'https://b.example' }],
    ]);
  });

  it('counts where the stage itself is blank too', () =>
    expect(plan({ offices: offices('redesigned', null, null) }, live()).statements[0]!.stage).toBe('live'));

  it('cannot be without any stage', () =>
    expect(
      plan(
        { offices: offices('live', null, null), evidenceUrl: 'https://a.example', redesignUnderWay: false },
        [],
      ).said,
    ).toEqual(['2 Front office error details_without_stage', '2 Evidence error details_without_stage']));
});

describe('what a row says beside a stage that is new', () => {
  const records = () => [
    record('2024-01-01', 'in_progress', {
      ...offices('in_progress', 'not_started', null),
      redesignUnderWay: true,
      evidenceUrl: 'https://old.example',
    }),
  ];

  it('is of its date, and what it leaves blank is as before, but for the evidence', () => {
    const read = {
      stage: 'live',
      stageReachedOn: '2026-02-01',
      offices: offices('live', null, null),
    } as const;
    const { statements, fields } = plan(read, records());
    expect(statements).toEqual([
      {
        stage: 'live',
        redesignUnderWay: true,
        ...offices('live', 'not_started', null),
        effectiveOn: '2026-02-01',
        note: null,
        evidenceUrl: null,
      },
    ]);
    expect(fields).toEqual([
      { field: 'Stage', before: 'In progress', after: 'Live from 1 February 2026' },
      { field: 'Front office', before: 'In progress', after: 'Live' },
    ]);
    expect(again(read, records()).statements).toEqual([]);
  });

  it('keeps evidence that the row repeats, so that the row comes to nothing the next time', () => {
    const read = { stage: 'live', evidenceUrl: 'https://old.example' } as const;
    const { statements, fields } = plan(read, records());
    expect(statements[0]!.evidenceUrl).toBe('https://old.example');
    expect(fields.map(({ field }) => field)).toEqual(['Stage']);
    expect(again(read, records()).statements).toEqual([]);
  });

  it('may still say that redesign is under way where it is complete, and is told', () => {
    const read = { stage: 'redesigned', redesignUnderWay: true } as const;
    const { statements, said } = plan(read, records());
    expect(statements[0]!.redesignUnderWay).toBeFalse();
    expect(said).toEqual(['2 Redesign under way warning redesign_completed']);
  });

  it('cannot say so where the service has not been started', () =>
    expect(plan({ stage: 'not_started', redesignUnderWay: true, note: 'Given up' }, records()).said).toEqual([
      '2 Redesign under way error redesign_not_under_way',
    ]));
});

describe('a date before what is in force', () => {
  const records = () => [
    record('2024-01-01', 'in_progress', offices('in_progress', null, null)),
    record('2025-01-01', 'live', offices('live', null, null)),
  ];

  it('for the stage in force is a record of then, and what the row says else one of today', () => {
    const read = {
      stage: 'live',
      stageReachedOn: '2024-06-01',
      offices: offices('live', 'live', null),
    } as const;
    const { statements, said } = plan(read, records());
    expect(statements.map((one) => [one.effectiveOn, one.stage, one.frontOffice, one.middleOffice])).toEqual([
      ['2024-06-01', 'live', 'in_progress', null],
      [today, 'live', 'live', 'live'],
    ]);
    expect(said).toEqual([]);
    expect(again(read, records()).statements).toEqual([]);
  });

  it('for a stage that is over leaves the offices of today alone, and says so', () => {
    const read = {
      stage: 'in_progress',
      stageReachedOn: '2024-01-01',
      offices: offices('redesigned', null, null),
    } as const;
    expect(plan(read, records())).toEqual({
      statements: [],
      fields: [],
      said: ['2 Stage warning stage_now_stays'],
    });
  });
});

describe('a note in a row', () => {
  const records = () => [record('2024-01-01', 'live', { note: 'At last' })];

  it('that explains nothing is not kept, and that is said', () =>
    expect(plan({ stage: 'live', note: 'By the way' }, records()).said).toEqual([
      '2 Note warning note_without_change',
    ]));

  it('that has been kept already needs no word', () =>
    expect(plan({ stage: 'live', note: 'At last' }, records()).said).toEqual([]));
});

describe('a service that is closed', () => {
  it('has nothing recorded of it', () => {
    const findings: Finding[] = [];
    const closed = service({ closures: [{ closedOn: '2026-01-01', reopenedOn: null }] });
    planRow(row({ stage: 'live' }), 'treasury-id', closed, today, sayTo(findings, 2));
    expect(brief(findings)).toEqual(['2 Stage reached on error service_closed']);
  });
});
