import { Injectable, signal } from '@angular/core';
import type { Problem } from '@headway/domain';

/** What a page says in place of "somebody changed this" where it was the person's own attempt that got through. */
export const savedBefore =
  'What you sent before was saved, though its answer was lost. What you have changed since is not saved yet. Check it against what is saved now, and send it again if it still differs';

/** Whether what stands in the way of a change is the person's own earlier attempt, whose answer they never saw. */
@Injectable({ providedIn: 'root' })
export class OwnAttempt {
  readonly saved = signal(false);
}

/** The words of a page for somebody else's change, unless it was one's own attempt. */
export function overtakenBy(problem: Problem, somebody: string): Problem {
  return { ...problem, detail: problem.detail === savedBefore ? savedBefore : somebody };
}
