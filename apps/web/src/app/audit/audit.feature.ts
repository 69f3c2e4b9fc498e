import type { AuditList, Organisation } from '@headway/contract';
import type { Problem } from '@headway/domain';
import { createFeature, createReducer, on } from '@ngrx/store';
import { AuditApi, AuditPage } from './audit.actions';

export interface AuditState {
  list: AuditList | null;
  /** By name, those that have ended among them. */
  organisations: Organisation[];
  problem: Problem | null;
}

const initialState: AuditState = { list: null, organisations: [], problem: null };

export const auditFeature = createFeature({
  name: 'audit',
  reducer: createReducer<AuditState>(
    initialState,
    on(AuditPage.opened, (state) => ({ ...state, problem: null })),
    on(AuditApi.loaded, (state, { list }) => ({ ...state, list })),
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
