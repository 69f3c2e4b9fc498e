import type { Problem } from '@headway/domain';
import { createFeature, createReducer, on } from '@ngrx/store';
import { type History, RecordsApi, RecordsPage } from './records.actions';

export interface RecordsState {
  readonly reference: string | null;
  /** As it was first read; what somebody else did since stands in `overtaken`. */
  readonly history: History | null;
  readonly problem: Problem | null;
  readonly sending: boolean;
  readonly refused: Problem | null;
  readonly overtaken: History | null;
}

const initial: RecordsState = {
  reference: null,
  history: null,
  problem: null,
  sending: false,
  refused: null,
  overtaken: null,
};

export const recordsFeature = createFeature({
  name: 'records',
  reducer: createReducer(
    initial,
    on(RecordsPage.opened, (_, { reference }) => ({ ...initial, reference })),
    on(RecordsPage.stageRecorded, RecordsPage.nothingChanged, RecordsPage.corrected, (state) => ({
      ...state,
      sending: true,
      refused: null,
    })),
    on(RecordsPage.wentBackToAnswers, (state) => ({
      ...state,
      history: state.overtaken ?? state.history,
      overtaken: null,
    })),
    on(RecordsApi.loaded, (state, { service, records }) => ({
      ...state,
      history: { service, records },
      problem: null,
    })),
    on(RecordsApi.loadFailed, (state, { problem }) => ({ ...state, problem, sending: false })),
    on(RecordsApi.refused, (state, { problem }) => ({ ...state, sending: false, refused: problem })),
    on(RecordsApi.overtaken, (state, { service, records }) => ({
      ...state,
      sending: false,
      overtaken: { service, records },
    })),
    on(RecordsApi.recorded, RecordsApi.corrected, (state) => ({ ...state, sending: false, overtaken: null })),
  ),
});
