import { type Counts } from './counts.js';
import type { StageOrNone } from './stage.js';

/** Online: whether users can complete it online, so that redesigned counts as live. Adds up to `services`. */
export interface OnlineCounts {
  services: number;
  not_recorded: number;
  not_started: number;
  in_progress: number;
  live: number;
}

export const onlineStates = ['not_started', 'in_progress', 'live'] as const;
export type OnlineState = (typeof onlineStates)[number];
export const onlineLabels: Readonly<Record<OnlineState, string>> = {
  not_started: 'Not started',
  in_progress: 'In progress',
  live: 'Live or beyond',
};

export const redesignStates = ['not_started', 'under_way', 'complete'] as const;
export type RedesignState = (typeof redesignStates)[number];
export const redesignLabels: Readonly<Record<RedesignState, string>> = {
  not_started: 'Not started',
  under_way: 'Under way',
  complete: 'Complete',
};

/** Redesign of the process behind it: complete when redesigned, under way where marked, else not started. */
export interface RedesignCounts {
  services: number;
  not_recorded: number;
  not_started: number;
  under_way: number;
  complete: number;
}

export function onlineCounts({ redesigned, live, ...rest }: Counts): OnlineCounts {
  return { ...rest, live: live + redesigned };
}

export function redesignCounts(
  tallies: Iterable<{ stage: StageOrNone; redesignUnderWay: boolean; services: number }>,
): RedesignCounts {
  const counts: RedesignCounts = { services: 0, not_recorded: 0, not_started: 0, under_way: 0, complete: 0 };
  for (const { stage, redesignUnderWay, services } of tallies) {
    counts[redesignState(stage, redesignUnderWay)] += services;
    counts.services += services;
  }
  return counts;
}

function redesignState(stage: StageOrNone, underWay: boolean): RedesignState | 'not_recorded' {
  if (stage === 'not_recorded') return 'not_recorded';
  if (stage === 'redesigned') return 'complete';
  return underWay ? 'under_way' : 'not_started';
}
