/** In order: a service moves up this list, and can go back down it with a reason. */
export const stages = ['not_started', 'in_progress', 'live', 'redesigned'] as const;
export type Stage = (typeof stages)[number];

/** No record at all is not "not started": it is left out of percentages and counted on its own. */
export const stagesOrNone = [...stages, 'not_recorded'] as const;
export type StageOrNone = (typeof stagesOrNone)[number];

export const stageLabels: Readonly<Record<StageOrNone, string>> = {
  not_started: 'Not started',
  in_progress: 'In progress',
  live: 'Live',
  redesigned: 'Redesigned',
  not_recorded: 'Not recorded',
};

export const stageDefinitions: Readonly<Record<Stage, string>> = {
  not_started: 'No work to put the service online has begun.',
  in_progress: 'Discovery, alpha or beta: work has begun and the service is not yet live.',
  live: 'Users can complete the service online from start to finish.',
  redesigned:
    'Live, and the process behind it (middle and back office) has been reinvented, not just put online.',
};

/** Whether going from one stage to the other is a step backwards. */
export function goesBack(from: Stage, to: Stage): boolean {
  return stages.indexOf(to) < stages.indexOf(from);
}

/** Redesign under way is a mark beside the stage, and only while work or use is going on. */
export function mayBeUnderRedesign(stage: Stage): boolean {
  return stage === 'in_progress' || stage === 'live';
}
