import { type Stage, type StageOrNone, stagesOrNone } from './stage.js';

/** Services by stage; `services` is the other five added up. */
export type Counts = { services: number; not_recorded: number } & Record<Stage, number>;

export function noCounts(): Counts {
  return { services: 0, not_started: 0, in_progress: 0, live: 0, redesigned: 0, not_recorded: 0 };
}

/** Counts from tallies by stage. */
export function countsFrom(tallies: Iterable<{ stage: StageOrNone; services: number }>): Counts {
  const counts = noCounts();
  for (const { stage, services } of tallies) {
    counts[stage] += services;
    counts.services += services;
  }
  return counts;
}

export function addCounts(a: Counts, b: Counts): Counts {
  return countsFrom(stagesOrNone.map((stage) => ({ stage, services: a[stage] + b[stage] })));
}

/** However services are told apart: how many there are, and how many say nothing. */
export type Covered = Pick<Counts, 'services' | 'not_recorded'>;

/** Services with any record: what shares are of. */
export function recorded(counts: Covered): number {
  return counts.services - counts.not_recorded;
}

export function liveOrBeyond(counts: Counts): number {
  return counts.live + counts.redesigned;
}

/** A part of the recorded services in per cent, not rounded; null where nothing is recorded. */
export function share(part: number, counts: Covered): number | null {
  const whole = recorded(counts);
  return whole === 0 ? null : (100 * part) / whole;
}

/** Change of a share in percentage points, worked out before rounding; null where either has no base. */
export function pointsChange(part: (counts: Counts) => number, before: Counts, after: Counts): number | null {
  const [was, is] = [share(part(before), before), share(part(after), after)];
  return was === null || is === null ? null : is - was;
}
