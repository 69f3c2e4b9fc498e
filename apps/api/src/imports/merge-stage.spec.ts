import type { Stage } from '@headway/domain';
import { type Finding, sayTo } from './findings.js';
import { today } from './imports.fixture.js';
import { mergeStage } from './merge-stage.js';

type Pair = readonly [stage: Stage, date: string | null];

let sequence = 0;
const record = ([stage, date]: Pair) => ({
  sequence: ++sequence,
  stage,
  effectiveOn: date!,
  redesignUnderWay: false,
  frontOffice: null,
  middleOffice: null,
  backOffice: null,
  note: null,
  evidenceUrl: null,
});

/** What the cells of a row come to: base, file and now as stage and date. */
function merged(file: Pair | null, now: Pair[], base: Pair[] | undefined, overwrites = false) {
  const findings: Finding[] = [];
  const [stage, stageReachedOn] = file ?? [null, null];
  const result = mergeStage(
    { stage, stageReachedOn, blank: new Set(file ? [] : (['stage', 'stageReachedOn'] as const)) },
    { now: now.map(record), base: base?.map(record) },
    { today, overwrites },
    sayTo(findings, 2),
  );
  const { cells, newer, both } = result;
  return {
    cells: [cells.stage, cells.stageReachedOn, cells.correctsDate],
    newer: newer.map(({ column, file, now }) => [column, file, now]),
    both: both.map(({ column, file, now }) => [column, file, now]),
    said: findings.map(({ column, code }) => `${column} ${code}`),
  };
}

const nothing = { cells: [null, null, false], newer: [], both: [], said: [] };
const progress: Pair = ['in_progress', '2024-05-01'];
const live: Pair = ['live', '2026-03-01'];

describe('a stage in a file and the date it was reached', () => {
  it('come to nothing where they are as they were, or as they are', () => {
    expect(merged(progress, [progress], [progress])).toEqual(nothing);
    expect(merged(['in_progress', null], [progress], [progress])).toEqual(nothing);
    expect(merged(live, [progress, live], [progress])).toEqual(nothing);
    expect(merged(progress, [progress], undefined)).toEqual(nothing);
  });

  it('are newer in Headway where only that changed, whatever is to be overwritten', () => {
    const newer = {
      ...nothing,
      newer: [['stage', 'In progress since 1 May 2024', 'Live since 1 March 2026']],
    };
    expect(merged(progress, [progress, live], [progress])).toEqual(newer);
    expect(merged(progress, [progress, live], [progress], true)).toEqual(newer);
    expect(merged(null, [live], [])).toEqual({
      ...nothing,
      newer: [['stage', null, 'Live since 1 March 2026']],
    });
    expect(merged(progress, [['in_progress', '2024-06-01']], [progress]).newer).toEqual([
      ['stageReachedOn', 'In progress since 1 May 2024', 'In progress since 1 June 2024'],
    ]);
  });

  it('are an error where the stage was changed and not the date', () => {
    const error = { ...nothing, said: ['Stage reached on date_not_changed'] };
    expect(merged(['live', '2024-05-01'], [progress], [progress])).toEqual(error);
    expect(merged(['not_started', '2024-05-01'], [progress], undefined)).toEqual(error);
    expect(merged(['live', today], [['in_progress', today]], [['in_progress', today]])).toEqual(error);
  });

  it('are what the row says where both were changed, or the date is blank', () => {
    expect(merged(live, [progress], [progress]).cells).toEqual(['live', '2026-03-01', false]);
    expect(merged(['live', null], [progress], [progress]).cells).toEqual(['live', null, false]);
    expect(merged(live, [], []).cells).toEqual(['live', '2026-03-01', false]);
    expect(merged(['live', today], [['in_progress', today]], undefined).cells).toEqual([
      'live',
      today,
      false,
    ]);
  });

  it('correct the date where that alone was changed', () =>
    expect(merged(['in_progress', '2024-07-01'], [progress], [progress]).cells).toEqual([
      'in_progress',
      '2024-07-01',
      true,
    ]));

  it('have to be chosen where both changed, unless the file is to go before', () => {
    const redesigned: Pair = ['redesigned', '2026-05-01'];
    expect(merged(redesigned, [progress, live], [progress]).both).toEqual([
      ['stage', 'Redesigned since 1 May 2026', 'Live since 1 March 2026'],
    ]);
    expect(merged(redesigned, [progress, live], [progress], true).cells).toEqual([
      'redesigned',
      '2026-05-01',
      false,
    ]);
  });
});
