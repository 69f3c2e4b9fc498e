import type { Quarter, Return } from '@headway/contract';
import type { Problem } from '@headway/domain';
import { createFeature, createReducer, on } from '@ngrx/store';
import { overtakenBy } from '../../platform/own-attempt';
import { type At, ReturnApi, ReturnPages } from './return.actions';

export interface ReturnState {
  readonly at: At | null;
  /** As it stands, as far as is known. */
  readonly found: Return | null;
  readonly quarter: Quarter | null;
  readonly problem: Problem | null;
  readonly sending: boolean;
  readonly refused: Problem | null;
  /** What somebody saved while the person was still typing. */
  readonly theirs: Return | null;
}

const initial: ReturnState = {
  at: null,
  found: null,
  quarter: null,
  problem: null,
  sending: false,
  refused: null,
  theirs: null,
};

const overtaken =
  'Somebody changed this return since you opened this page. It is shown as it stands now: check it, then try again';

/** An answer to an earlier question must not undo a later one. */
const newer = (before: Return | null, found: Return) =>
  before && before.version > found.version ? before : found;

export const returnFeature = createFeature({
  name: 'return',
  reducer: createReducer(
    initial,
    on(ReturnPages.opened, (state, { quarter, slug }) =>
      state.at?.quarter === quarter && state.at.slug === slug
        ? { ...state, problem: null, refused: null, theirs: null }
        : { ...initial, at: { quarter, slug } },
    ),
    on(ReturnPages.done, (state) => ({ ...state, sending: true, refused: null })),
    on(ReturnPages.settled, (state) => ({ ...state, theirs: null })),
    on(ReturnApi.loaded, (state, { found, quarter }) => ({
      ...state,
      found: newer(state.found, found),
      quarter,
      problem: null,
    })),
    // What is there already stays: the next change asks again.
    on(ReturnApi.loadFailed, (state, { problem }) => ({ ...state, problem: state.found ? null : problem })),
    on(ReturnApi.changed, (state, { found }) => ({ ...state, found, sending: false, theirs: null })),
    on(ReturnApi.refused, (state, { problem }) => ({ ...state, sending: false, refused: problem })),
    on(ReturnApi.overtaken, (state, { found, deed, problem }) => ({
      ...state,
      found: newer(state.found, found),
      sending: false,
      ...(deed.action === 'save' ? { theirs: found } : { refused: overtakenBy(problem, overtaken) }),
    })),
  ),
});
