import type { Return } from '@headway/contract';
import { isOwed } from '@headway/domain';

/** What a person may do to the return of an organisation, by its id. */
export interface MayDo {
  readonly prepare: (organisationId: string) => boolean;
  readonly signOff: (organisationId: string) => boolean;
}

/**
 * The return of open quarters that waits for a person: of the oldest quarter, one to prepare before one to sign off;
 * null where none does.
 */
export function dueReturn(returns: readonly Return[], may: MayDo): Return | null {
  const waiting = [
    ...returns.filter(({ state, organisation: { id } }) => isOwed(state) && may.prepare(id)),
    ...returns.filter(({ maySignOff, organisation: { id } }) => maySignOff && may.signOff(id)),
  ];
  return waiting.toSorted((a, b) => a.quarter.localeCompare(b.quarter))[0] ?? null;
}

/** Those of a person's that are out of their hands, the latest quarter first. */
export function lastReturns(returns: readonly Return[], may: MayDo): Return[] {
  const own = returns.filter(({ organisation: { id } }) => may.prepare(id) || may.signOff(id));
  const [latest] = own
    .map(({ quarter }) => quarter)
    .toSorted()
    .toReversed();
  return own.filter(({ quarter }) => quarter === latest);
}
