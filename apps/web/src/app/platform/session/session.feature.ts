import type { Session } from '@headway/contract';
import type { Problem } from '@headway/domain';
import { createFeature, createReducer, on } from '@ngrx/store';
import { SessionApi, SessionPage } from './session.actions';

export interface SessionState {
  session: Session | null;
  /** `away` where Headway could not be asked. */
  status: 'unknown' | 'signed_in' | 'signed_out' | 'away';
  /** The session ended while a page was open. */
  expired: boolean;
  problem: Problem | null;
}

const initialState: SessionState = { session: null, status: 'unknown', expired: false, problem: null };

export const sessionFeature = createFeature({
  name: 'session',
  reducer: createReducer<SessionState>(
    initialState,
    on(SessionApi.loaded, (_, { session }) => ({
      session,
      status: 'signed_in' as const,
      expired: false,
      problem: null,
    })),
    on(SessionApi.loadFailed, (state, { problem }) => ({
      ...state,
      status: problem.status === 401 ? ('signed_out' as const) : ('away' as const),
      problem,
    })),
    on(SessionApi.expired, (state) => ({ ...state, expired: state.session !== null })),
    on(SessionPage.signOutChosen, (state) => ({ ...state, problem: null })),
    on(SessionApi.signOutFailed, (state, { problem }) => ({ ...state, problem })),
  ),
});
