import { type StageRecord, type Statement } from './stage-record.js';
import { goesBack } from './stage.js';
import { inTimelineOrder, saysTheSame } from './timeline.js';

/**
 * Several people recorded the same service at once, and one of them, shown what the others recorded meanwhile, keeps
 * their own: the records that theirs corrects, those of its own day first. None where all can be true, one after the
 * other.
 */
export function correctedByChoice<R extends StageRecord>(yours: Statement, theirs: readonly R[]): R[] {
  const newestFirst = theirs.toSorted(inTimelineOrder).reverse();
  const sameDay = newestFirst.filter(({ effectiveOn }) => effectiveOn === yours.effectiveOn);
  // Of one day the last record counts: where that says the same, the day is not in dispute.
  const inDispute = sameDay[0] !== undefined && !saysTheSame(yours, sameDay[0]);
  return [
    ...(inDispute ? sameDay.filter((one) => !saysTheSame(yours, one)) : []),
    ...newestFirst.filter((one) => contradicts(yours, one)),
  ];
}

/** Whether one of the two, on another day, would be a step backwards from the other. */
function contradicts(yours: Statement, theirs: Statement): boolean {
  if (theirs.effectiveOn === yours.effectiveOn) return false;
  return theirs.effectiveOn < yours.effectiveOn
    ? goesBack(theirs.stage, yours.stage)
    : goesBack(yours.stage, theirs.stage);
}

/** Why the other record was corrected, for those who read the history. */
export function chosenReason({ recordedBy }: { readonly recordedBy: string }): string {
  return `Recorded at the same time by ${recordedBy}, and this one was chosen instead`;
}

/** The same of a further record: only one can be replaced, so the others are withdrawn. */
export function overruledReason({ recordedBy }: { readonly recordedBy: string }): string {
  return `Recorded at the same time by ${recordedBy}, and another record was chosen instead`;
}
