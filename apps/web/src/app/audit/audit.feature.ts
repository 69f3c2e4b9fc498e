import type { AuditList, Organisation } from '@headway/contract';
import type { Problem } from '@headway/domain';
import { createFeature, createReducer, on } from '@ngrx/store';
import type { AuditChoice } from './audit-choice';
import { AuditApi, AuditPage } from './audit.actions';

export interface AuditState {
  list: AuditList | null;
  /** The choice that the list answers, and the one last asked for. */
  listOf: AuditChoice | null;
  wanted: AuditChoice | null;
  /** By name, those that have ended among them. */
  organisations: Organisation[];
  problem: Problem | null;
}

const initialState: AuditState = { list: null, listOf: null, wanted: null, organisations: [], problem: null };

export const auditFeature = createFeature({
  name: 'audit',
  reducer: createReducer<AuditState>(
    initialState,
    on(AuditPage.opened, (state, { choice }) => ({ ...state, wanted: choice, problem: null })),
    on(AuditApi.loaded, (state, { list }) => ({ ...state, list, listOf: state.wanted })),
    on(AuditApi.organisationsLoaded, (state, { organisations }) => ({
      ...state,
      organisations: organisations.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB')),
    })),
    on(AuditApi.loadFailed, AuditApi.organisationsLoadFailed, (state, { problem }) => ({
      ...state,
      problem,
    })),
  ),
});
