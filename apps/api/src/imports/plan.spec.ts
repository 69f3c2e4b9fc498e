import type { Stage, StageRecord } from '@headway/domain';
import { type Finding, sayTo } from './findings.js';
import { brief, row, service, today } from './imports.fixture.js';
import { type KnownService, planRow } from './plan.js';
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

function plan(read: Partial<ReadRow>, known: KnownService | null) {
  const findings: Finding[] = [];
  const { fields, statements } = planRow(row(read), 'treasury-id', known, today, sayTo(findings, 2));
  const statement = statements[0] ?? null;
  return { fields, statement, said: brief(findings), messages: findings.map(({ message }) => message) };
}

describe('a row about a new service', () => {
  it('with no stage records none', () => {
    const { fields, statement, said } = plan({}, null);
    expect([fields, statement, said]).toEqual([[], null, []]);
  });

  it('with a stage records it from its date', () => {
    const { fields, statement, said } = plan(
      { stage: 'live', stageReachedOn: '2025-04-01', note: 'At last' },
      null,
    );
    expect(statement).toEqual({
      stage: 'live',
      effectiveOn: '2025-04-01',
      redesignUnderWay: false,
      frontOffice: null,
      middleOffice: null,
      backOffice: null,
      note: 'At last',
      evidenceUrl: null,
    });
    expect(fields).toEqual([{ field: 'Stage', before: null, after: 'Live from 1 April 2025' }]);
    expect(said).toEqual([]);
  });

  it('with a stage and no date records it from today', () =>
    expect(plan({ stage: 'live' }, null).statement?.effectiveOn).toBe(today));

  it('cannot have reached a stage in the future', () =>
    expect(plan({ stage: 'live', stageReachedOn: '2026-11-24' }, null).said).toEqual([
      '2 Stage reached on error in_the_future',
    ]));
});

describe('a row about a known service', () => {
  it('that says the same changes nothing', () => {
    const known = service({ transactionsAYear: 5, address: 'https://a.example' });
    const { fields, statement } = plan({ transactionsAYear: 5, address: 'https://a.example' }, known);
    expect([fields, statement]).toEqual([[], null]);
  });

  it('shows each thing it changes, before and after', () =>
    expect(
      plan(
        {
          name: 'Claim a loan',
          audience: 'internal',
          transactionsAYear: 1_234_567,
          address: 'https://b.example',
          owner: 'A Wren',
          description: 'For loans',
          opensOn: '2020-04-01',
        },
        service({ transactionsAYear: 1000, address: 'https://a.example' }),
      ).fields,
    ).toEqual([
      { field: 'Service name', before: 'Claim a grant', after: 'Claim a loan' },
      { field: 'Audience', before: 'External', after: 'Internal' },
      { field: 'Transactions a year', before: '1,000', after: '1,234,567' },
      { field: 'Service address', before: 'https://a.example', after: 'https://b.example' },
      { field: 'Senior responsible owner', before: null, after: 'A Wren' },
      { field: 'Description', before: null, after: 'For loans' },
      { field: 'Opens on', before: null, after: '1 April 2020' },
    ]));

  it('leaves alone what it leaves blank, and what the file has no column for', () =>
    expect(
      plan(
        {},
        service({
          transactionsAYear: 1000,
          address: 'https://a.example',
          owner: 'A',
          description: 'b',
          opensOn: '2020-01-01',
        }),
      ).fields,
    ).toEqual([]));

  it('is the same where it differs in nothing but what a file cannot carry', () => {
    const known = service({ name: '=Claim', description: 'one\r\ntwo' });
    expect(plan({ name: "'=Claim", description: 'one\ntwo' }, known).fields).toEqual([]);
    expect(plan({ name: "'Claim" }, service({ name: 'Claim' })).fields.length).toBe(1);
  });

  it('cannot open after its first record', () => {
    const known = service({ records: [record('2025-01-01', 'live')] });
    expect(plan({ opensOn: '2025-01-01' }, known).said).toEqual([]);
    expect(plan({ opensOn: '2025-01-02' }, known).said).toEqual([
      '2 Opens on error opens_after_first_record',
    ]);
    expect(plan({ opensOn: '2025-01-02' }, null).said).toEqual([]);
  });

  it('tells nothing from 0', () =>
    expect(plan({ transactionsAYear: 0 }, service()).fields).toEqual([
      { field: 'Transactions a year', before: null, after: '0' },
    ]));

  it('with a blank stage leaves what is recorded, with a warning', () => {
    const { fields, statement, said } = plan(
      { blank: new Set(['stage']) },
      service({ records: [record('2025-01-01', 'live')] }),
    );
    expect([fields, statement]).toEqual([[], null]);
    expect(said).toEqual(['2 Stage warning stage_left_as_it_is']);
  });

  it('with a blank stage says nothing where nothing is recorded', () =>
    expect(plan({ blank: new Set(['stage']) }, service()).said).toEqual([]));
});

describe('the stage of a known service', () => {
  const live = () =>
    service({ records: [record('2024-01-01', 'in_progress'), record('2025-01-01', 'live')] });

  it('that is in force already on its date is not recorded again', () => {
    const { fields, statement, said } = plan({ stage: 'live', stageReachedOn: '2025-01-01' }, live());
    expect([fields, statement, said]).toEqual([[], null, []]);
  });

  it('that is in force already, without a date, is not recorded again and needs no warning', () => {
    const { fields, statement, said } = plan({ stage: 'live' }, live());
    expect([fields, statement, said]).toEqual([[], null, []]);
  });

  it('that was reached earlier than the row says stays, with a warning', () => {
    const { statement, said, messages } = plan({ stage: 'live', stageReachedOn: '2026-01-01' }, live());
    expect([statement, said]).toEqual([null, ['2 Stage reached on warning reached_earlier']]);
    expect(messages).toEqual(['Live since 1 January 2025 already, and that date stays']);
  });

  it('that was left again later is judged as of the date of the row', () => {
    const records = [record('2025-01-01', 'live'), record('2026-01-01', 'in_progress')];
    expect(plan({ stage: 'live', stageReachedOn: '2025-06-01' }, service({ records })).said).toEqual([
      '2 Stage warning stage_now_stays',
      '2 Stage reached on warning reached_earlier',
    ]);
  });

  it('that has come back is judged by its last run, not by its first', () => {
    const records = [
      record('2023-01-01', 'live'),
      record('2024-01-01', 'in_progress'),
      record('2025-01-01', 'live'),
    ];
    expect(plan({ stage: 'live', stageReachedOn: '2025-01-01' }, service({ records })).said).toEqual([]);
  });

  it('that was in force on its own date, though no longer, is not recorded again', () => {
    const { statement, said, messages } = plan(
      { stage: 'in_progress', stageReachedOn: '2024-01-01' },
      live(),
    );
    expect([statement, said]).toEqual([null, ['2 Stage warning stage_now_stays']]);
    expect(messages).toEqual(['Live since 1 January 2025, and stays so: the row tells of an earlier time']);
  });

  it('that moves on is recorded beside what it was', () => {
    const { fields, said } = plan({ stage: 'redesigned', stageReachedOn: '2026-03-01' }, live());
    expect(fields).toEqual([{ field: 'Stage', before: 'Live', after: 'Redesigned from 1 March 2026' }]);
    expect(said).toEqual([]);
  });

  it('may be back-dated to before anything was recorded', () => {
    const { fields, said } = plan({ stage: 'not_started', stageReachedOn: '2020-01-01' }, live());
    expect(fields).toEqual([{ field: 'Stage', before: null, after: 'Not started from 1 January 2020' }]);
    expect(said).toEqual(['2 Stage warning stage_now_stays']);
  });

  it('cannot go back without a note', () =>
    expect(plan({ stage: 'in_progress', stageReachedOn: '2026-01-01' }, live()).said).toEqual([
      '2 Note error note_required',
    ]));

  it('goes back with a note', () => {
    const { statement, said } = plan({ stage: 'in_progress', note: 'Withdrawn after complaints' }, live());
    expect([statement?.note, statement?.effectiveOn, said]).toEqual([
      'Withdrawn after complaints',
      today,
      [],
    ]);
  });

  it('cannot have been reached before the service opened', () =>
    expect(
      plan({ stage: 'live', stageReachedOn: '2020-03-31' }, service({ opensOn: '2020-04-01' })).said,
    ).toEqual(['2 Stage reached on error before_service_opened']));

  it('keeps the offices and the redesign under way that were recorded before it', () => {
    const offices = { frontOffice: 'live', middleOffice: 'in_progress', backOffice: 'not_started' } as const;
    const records = [record('2024-01-01', 'in_progress', { ...offices, redesignUnderWay: true })];
    expect(plan({ stage: 'live' }, service({ records })).statement).toEqual(
      jasmine.objectContaining({ ...offices, redesignUnderWay: true }),
    );
  });

  it('ends a redesign under way where it is redesigned', () => {
    const records = [record('2024-01-01', 'live', { redesignUnderWay: true })];
    const { statement, said } = plan({ stage: 'redesigned' }, service({ records }));
    expect([statement?.redesignUnderWay, said]).toEqual([false, []]);
  });

  it('written as planned is unchanged when the same row comes again', () => {
    const read = { stage: 'redesigned', stageReachedOn: '2024-06-01' } as const;
    const known = live();
    const first = plan(read, known).statement!;
    const again = plan(read, {
      ...known,
      records: [...known.records, record(first.effectiveOn, first.stage)],
    });
    expect([again.statement, again.fields]).toEqual([null, []]);
  });
});
