import { type CalendarDate, formatDate } from './calendar.js';
import type { Policy } from './policies.js';
import type { Quarter } from './quarter.js';

/** How far an organisation has got with its return for a quarter. Expected is all of them added up. */
export const returnStates = [
  'not_started',
  'draft',
  'submitted',
  'changes_requested',
  'signed_off',
  'excused',
] as const;
export type ReturnState = (typeof returnStates)[number];

export const returnStateLabels: Readonly<Record<ReturnState, string>> = {
  not_started: 'Not started',
  draft: 'Draft',
  submitted: 'Submitted',
  changes_requested: 'Changes requested',
  signed_off: 'Signed off',
  excused: 'Excused',
};

/** What somebody does to a return: from which states, who may, and what it becomes. */
export interface ReturnMove {
  readonly from: readonly ReturnState[];
  readonly to: ReturnState;
  readonly policy: Policy;
}

const unfinished = ['not_started', 'draft', 'changes_requested'] as const;

export const returnMoves = {
  /** A draft kept; one whose changes were requested stays so until it is submitted again. */
  save: { from: unfinished, to: 'draft', policy: 'prepareReturn' },
  submit: { from: unfinished, to: 'submitted', policy: 'prepareReturn' },
  sign_off: { from: ['submitted'], to: 'signed_off', policy: 'signOffReturn' },
  /** Also how a lock is undone, and how a return that was excused is asked for after all. */
  request_changes: {
    from: ['submitted', 'signed_off', 'excused'],
    to: 'changes_requested',
    policy: 'requestChanges',
  },
  excuse: { from: unfinished, to: 'excused', policy: 'runQuarters' },
} as const satisfies Readonly<Record<string, ReturnMove>>;
export type ReturnAction = keyof typeof returnMoves;

/** What a return becomes by an action; null where its state does not allow it. */
export function returnAfter(state: ReturnState, action: ReturnAction): ReturnState | null {
  const { from, to }: ReturnMove = returnMoves[action];
  if (!from.includes(state)) return null;
  return action === 'save' && state === 'changes_requested' ? state : to;
}

/** While submitted or signed off, the organisation's records up to the quarter's end are locked. */
export function isLocked(state: ReturnState): boolean {
  return state === 'submitted' || state === 'signed_off';
}

/** Neither finished nor excused: whoever owes it is reminded of it. */
export function isOwed(state: ReturnState): boolean {
  return (unfinished as readonly ReturnState[]).includes(state);
}

/** Nobody signs off who saved or submitted any part of it since it was last signed off: `authors`, by id. */
export function maySignOff(person: string, authors: readonly string[]): boolean {
  return !authors.includes(person);
}

/** From the quarter's last day on, so that what is signed is what the quarter ended with; null where it may be. */
export function submittedTooEarly(quarter: Quarter, today: CalendarDate): string | null {
  if (today >= quarter.to) return null;
  return `The return can be submitted from ${formatDate(quarter.to)}, the last day of the quarter. Until then it is kept as a draft.`;
}

export type ReturnCounts = Readonly<Record<ReturnState, number>> & { readonly expected: number };

export function returnCounts(states: readonly ReturnState[]): ReturnCounts {
  const count = (state: ReturnState) => states.filter((one) => one === state).length;
  return {
    expected: states.length,
    not_started: count('not_started'),
    draft: count('draft'),
    submitted: count('submitted'),
    changes_requested: count('changes_requested'),
    signed_off: count('signed_off'),
    excused: count('excused'),
  };
}

/** What a return says, beside its services. */
export interface ReturnAnswers {
  readonly confidence: string | null;
  readonly reviewed: boolean;
  /** Services that were neither recorded nor confirmed in the quarter and have a stage, by reference. */
  readonly unsaid: number;
  /** Of those nothing has changed. */
  readonly restUnchanged: boolean;
}

/** What is still missing before a return can be submitted. */
export function returnBroken({
  confidence,
  reviewed,
  unsaid,
  restUnchanged,
}: ReturnAnswers): { field: string; code: string; message: string }[] {
  const broken: { field: string; code: string; message: string }[] = [];
  if (unsaid > 0 && !restUnchanged)
    broken.push({
      field: 'restUnchanged',
      code: 'services_unsaid',
      message:
        unsaid === 1
          ? 'Update 1 service, or say that nothing has changed for it'
          : `Update ${unsaid} services, or say that nothing has changed for them`,
    });
  if (confidence === null)
    broken.push({
      field: 'confidence',
      code: 'missing',
      message: 'Select how confident you are that planned transformation will be completed',
    });
  if (!reviewed)
    broken.push({
      field: 'reviewed',
      code: 'missing',
      message: 'Confirm that you have reviewed barriers and targets',
    });
  return broken;
}
