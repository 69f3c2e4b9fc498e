import { Injectable, signal } from '@angular/core';
import type { Problem } from '@headway/domain';

/** What a page says in place of "somebody changed this" where it was the person's own attempt that got through. */
export const savedBefore =
  'What you sent before was saved, though its answer was lost. What you have changed since is not saved yet. Check it against what is saved now, and send it again if it still differs';

/** What a page says where no answer to a change came, however often it was sent. */
export const maybeSaved =
  'Headway did not answer, so what you sent may or may not have been saved. It is safe to send it again: nothing is saved twice';

/** After these an earlier attempt may have been done, or is still on its way. */
export const unanswered: ReadonlySet<string> = new Set([
  'unavailable',
  'unexpected',
  'not_signed_in',
  'request_in_flight',
  'too_many_requests',
]);

/** Whether what stands in the way of a change is the person's own earlier attempt, whose answer they never saw. */
@Injectable({ providedIn: 'root' })
export class OwnAttempt {
  readonly saved = signal(false);
}

/** The words of a page for somebody else's change, unless it was one's own attempt. */
export function overtakenBy(problem: Problem, somebody: string): Problem {
  return { ...problem, detail: problem.detail === savedBefore ? savedBefore : somebody };
}
