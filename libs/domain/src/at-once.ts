import { type StageRecord, type Statement } from './stage-record.js';
import { goesBack } from './stage.js';
import { inTimelineOrder, kindOf } from './timeline.js';

/**
 * Two people recorded the same service at once, and one of them, shown what the other recorded meanwhile, keeps their
 * own: the record that theirs corrects. Null where both can be true, as one after the other.
 */
export function correctedByChoice<R extends StageRecord>(yours: Statement, theirs: readonly R[]): R | null {
  const newestFirst = theirs.toSorted(inTimelineOrder).reverse();
  const sameDay = newestFirst.find(({ effectiveOn }) => effectiveOn === yours.effectiveOn);
  if (sameDay && !saysTheSame(yours, sameDay)) return sameDay;
  return newestFirst.find((one) => contradicts(yours, one)) ?? null;
}

/** Whether one of the two, on another day, would be a step backwards from the other. */
function contradicts(yours: Statement, theirs: Statement): boolean {
  if (theirs.effectiveOn === yours.effectiveOn) return false;
  return theirs.effectiveOn < yours.effectiveOn
    ? goesBack(theirs.stage, yours.stage)
    : goesBack(yours.stage, theirs.stage);
}

/** Other evidence for the same is no other word on it. */
function saysTheSame(a: Statement, b: Statement): boolean {
  return kindOf({ ...a, evidenceUrl: null }, b) === 'confirmation';
}

/** Why the other record was corrected, for those who read the history. */
export function chosenReason({ recordedBy }: { readonly recordedBy: string }): string {
  return `Recorded at the same time by ${recordedBy}, and this one was chosen instead`;
}
