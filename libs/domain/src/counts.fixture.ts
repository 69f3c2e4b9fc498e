import type { Counts } from './counts.js';

/** Counts in the order of the stages, those not recorded last. */
export function counts(
  not_started: number,
  in_progress: number,
  live: number,
  redesigned: number,
  not_recorded = 0,
): Counts {
  const services = not_started + in_progress + live + redesigned + not_recorded;
  return { services, not_started, in_progress, live, redesigned, not_recorded };
}
