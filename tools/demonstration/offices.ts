import type { Random } from './random.ts';
import type { Offices, Stage } from './types.ts';

const none: Offices = { frontOffice: null, middleOffice: null, backOffice: null };

/** How the offices of one service follow its stage. `ahead` is whether the front has since been pushed on. */
export function officesOf(random: Random): (stage: Stage, ahead: boolean) => Offices {
  if (!random.chance(0.38)) return () => none;
  const lag = random.next();
  const leavesOutMiddle = random.chance(0.12);
  return (stage, ahead) => {
    const offices = at(stage, ahead, lag);
    return leavesOutMiddle ? { ...offices, middleOffice: null } : offices;
  };
}

function at(stage: Stage, ahead: boolean, lag: number): Offices {
  const reach = (limits: readonly (readonly [below: number, stage: Stage])[]): Stage =>
    limits.find(([below]) => lag < below)?.[1] ?? 'not_started';
  switch (stage) {
    case 'not_started':
      return { frontOffice: 'not_started', middleOffice: 'not_started', backOffice: 'not_started' };
    case 'in_progress':
      return {
        frontOffice: ahead ? 'live' : 'in_progress',
        middleOffice: reach([[ahead ? 0.75 : 0.5, 'in_progress']]),
        backOffice: reach([[0.3, 'in_progress']]),
      };
    case 'live':
      return {
        frontOffice: ahead && lag < 0.2 ? 'redesigned' : 'live',
        middleOffice: reach([
          [0.35, 'live'],
          [ahead ? 1 : 0.8, 'in_progress'],
        ]),
        backOffice: reach([
          [0.2, 'live'],
          [0.65, 'in_progress'],
        ]),
      };
    case 'redesigned':
      return {
        frontOffice: reach([
          [0.7, 'redesigned'],
          [1, 'live'],
        ]),
        middleOffice: reach([
          [0.55, 'redesigned'],
          [0.85, 'live'],
          [1, 'in_progress'],
        ]),
        backOffice: reach([
          [0.4, 'redesigned'],
          [0.8, 'live'],
          [1, 'in_progress'],
        ]),
      };
  }
}
