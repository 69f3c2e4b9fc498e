import type { ParamMap } from '@angular/router';
import type { Return } from '@headway/contract';
import { isOwed, returnStates } from '@headway/domain';

/** Which returns of a quarter are listed: those of a state, all that are owed, or those that are late. */
export const shows = [...returnStates, 'owed', 'late'] as const;
export type Show = (typeof shows)[number];

/** Reads an address kindly: what it does not know lists all. */
export function showFrom(params: ParamMap): Show | null {
  return shows.find((one) => one === params.get('show')) ?? null;
}

export function quarterPath(id: string, show: Show | null = null): string {
  return `/quarters/${encodeURIComponent(id)}${show ? `?show=${show}` : ''}`;
}

export function returnPath({ quarter, organisation }: Pick<Return, 'quarter' | 'organisation'>): string {
  return `/quarters/${encodeURIComponent(quarter)}/returns/${encodeURIComponent(organisation.slug)}`;
}

export function reviewPath(id: string, revision?: number): string {
  return `/quarters/${encodeURIComponent(id)}/review${revision ? `?revision=${revision}` : ''}`;
}

function isShown({ state, workingDaysLate }: Return, show: Show | null): boolean {
  if (show === 'owed') return isOwed(state);
  if (show === 'late') return workingDaysLate > 0;
  return show === null || state === show;
}

/** Whom to chase comes first: those that are the latest, then those that have got least far, then by name. */
const order = ['not_started', 'changes_requested', 'draft', 'submitted', 'signed_off', 'excused'];
const chaseFirst = (a: Return, b: Return) =>
  b.workingDaysLate - a.workingDaysLate ||
  order.indexOf(a.state) - order.indexOf(b.state) ||
  a.organisation.name.localeCompare(b.organisation.name, 'en-GB');

export function shownReturns(returns: readonly Return[], show: Show | null): Return[] {
  return returns.filter((one) => isShown(one, show)).toSorted(chaseFirst);
}
