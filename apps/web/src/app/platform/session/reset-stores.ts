import type { MetaReducer } from '@ngrx/store';
import { SessionApi } from './session.actions';

/** Nothing that one person read stays in memory for whoever comes next. */
export const resetStores: MetaReducer = (reducer) => (state, action) =>
  reducer(action.type === SessionApi.signedOut.type ? undefined : state, action);
