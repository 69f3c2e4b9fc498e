import { type Confirmation, type History, fallen, standingConfirmations } from './confirmation.js';
import type { StageRecord, Statement } from './stage-record.js';
import { asKnownAt, inForce, saysTheSame } from './timeline.js';

/** A confirmation that a change speaks against: what was in force on its day, what will be. */
export interface Contradicted {
  readonly confirmation: Given;
  readonly was: Statement;
  /** Null where nothing will be in force, or where the confirmation falls with its record. */
  readonly willBe: Statement | null;
}
type Given = Pick<Confirmation, 'id' | 'confirmedOn' | 'recordedBy'>;

/** The confirmations that count before a change and of whose day it will make something else true. */
export function contradicted(before: History, after: History): Contradicted[] {
  const [then, now] = [asKnownAt(before.records, null), asKnownAt(after.records, null)];
  const standing = standingConfirmations(before).filter(({ id }) =>
    after.confirmations.some((one) => one.id === id && one.withdrawnAt === null),
  );
  return standing.flatMap((confirmation): Contradicted[] => {
    if (fallen(confirmation, after) === null) return contradictedAmong([confirmation], then, now);
    return [{ confirmation, was: inForce(then, confirmation.confirmedOn)!, willBe: null }];
  });
}

/** Of confirmations that count, those of whose day something else will be true: what counts before, and after. */
export function contradictedAmong(
  confirmations: readonly Given[],
  before: readonly StageRecord[],
  after: readonly StageRecord[],
): Contradicted[] {
  return confirmations.flatMap((confirmation): Contradicted[] => {
    const was = inForce(before, confirmation.confirmedOn)!;
    const willBe = inForce(after, confirmation.confirmedOn);
    return willBe && saysTheSame(willBe, was) ? [] : [{ confirmation, was, willBe }];
  });
}
