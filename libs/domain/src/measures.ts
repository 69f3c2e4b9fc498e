import type { Counts } from './counts.js';

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

/** Of `counts`, so many are marked as being redesigned; only what is in progress or live can be. */
export function redesignCounts(counts: Counts, underWay: number): RedesignCounts {
  const { services, not_recorded, not_started, in_progress, live, redesigned } = counts;
  return {
    ...{ services, not_recorded },
    not_started: not_started + in_progress + live - underWay,
    under_way: underWay,
    complete: redesigned,
  };
}
