import type { Asked, AskedId } from './answers';

/** A page of the survey; those of questions are named as in the answers, with hyphens. */
export type Step = 'start' | AskedId | 'check' | 'done';

export function stepFrom(text: string | undefined): Step {
  return (text?.replaceAll('-', '_') ?? 'start') as Step;
}

export function pathOf(step: Step): string {
  return step.replaceAll('_', '-');
}

/** The page before or after, where there is one. */
export function stepBeside(asked: readonly Asked[], step: Step, by: 1 | -1): Step | null {
  const all: readonly Step[] = ['start', ...asked.map(({ id }) => id), 'check'];
  return all[all.indexOf(step) + by] ?? null;
}
