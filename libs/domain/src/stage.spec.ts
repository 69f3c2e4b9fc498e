import {
  type Stage,
  goesBack,
  mayBeUnderRedesign,
  stageDefinitions,
  stageLabels,
  stages,
  stagesOrNone,
} from './stage.js';

describe('stages', () => {
  it('go from not started to redesigned', () =>
    expect(stages).toEqual(['not_started', 'in_progress', 'live', 'redesigned']));

  it('do not have "not recorded" or "retired" among them', () => {
    expect(stages).not.toContain('not_recorded' as Stage);
    expect(stages).not.toContain('retired' as Stage);
    expect(stagesOrNone).toEqual([...stages, 'not_recorded']);
  });

  it('each have a label and a definition of their own', () => {
    expect(new Set(Object.values(stageLabels)).size).toBe(5);
    expect(stages.every((stage) => stageDefinitions[stage].endsWith('.'))).toBeTrue();
  });
});

describe('a step backwards', () => {
  const from: Readonly<Record<Stage, readonly Stage[]>> = {
    not_started: [],
    in_progress: ['not_started'],
    live: ['not_started', 'in_progress'],
    redesigned: ['not_started', 'in_progress', 'live'],
  };
  for (const stage of stages)
    it(`from ${stage} is to ${from[stage].join(' or ') || 'nothing'}`, () =>
      expect(stages.filter((to) => goesBack(stage, to))).toEqual([...from[stage]]));
});

describe('redesign under way', () => {
  it('can be marked while in progress or live only', () =>
    expect(stages.filter(mayBeUnderRedesign)).toEqual(['in_progress', 'live']));
});
