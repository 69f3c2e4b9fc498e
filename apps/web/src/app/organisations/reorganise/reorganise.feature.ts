import type { Reorganisation, ReorganisationReport } from '@headway/contract';
import type { Problem, ReorganisationKind } from '@headway/domain';
import { createFeature, createReducer, on } from '@ngrx/store';
import type { ReorganisationInput } from './reorganise-input';
import { ReorganiseApi, ReorganisePage } from './reorganise.actions';
import type { OfferedService } from './reorganise.client';

export interface ReorganiseState {
  readonly kind: ReorganisationKind | null;
  /** What was typed last; it survives looking at what it comes to, and errors. */
  readonly typed: ReorganisationInput | null;
  readonly offered: {
    readonly organisation: string;
    readonly on: string;
    readonly services: OfferedService[];
  } | null;
  readonly looked: { readonly request: Reorganisation; readonly report: ReorganisationReport } | null;
  /** The preview is not the one that was confirmed: something changed meanwhile. */
  readonly overtaken: boolean;
  readonly sending: boolean;
  readonly refused: Problem | null;
}

const initial: ReorganiseState = {
  kind: null,
  typed: null,
  offered: null,
  looked: null,
  overtaken: false,
  sending: false,
  refused: null,
};

export const reorganiseFeature = createFeature({
  name: 'reorganise',
  reducer: createReducer<ReorganiseState>(
    initial,
    on(ReorganisePage.opened, (state, { kind }) => (state.kind === kind ? state : { ...initial, kind })),
    on(ReorganisePage.typed, (state, { kind, typed }) => ({
      ...state,
      kind,
      typed,
      looked: null,
      overtaken: false,
      sending: true,
      refused: null,
    })),
    on(ReorganisePage.confirmed, (state) => ({ ...state, sending: true, refused: null })),
    on(ReorganiseApi.servicesLoaded, (state, { organisation, on: day, services }) => ({
      ...state,
      offered: { organisation, on: day, services },
    })),
    on(ReorganiseApi.looked, (state, { request, report }) => ({
      ...state,
      looked: { request, report },
      sending: false,
    })),
    on(ReorganiseApi.overtaken, (state, { request, report }) => ({
      ...state,
      looked: { request, report },
      overtaken: true,
      sending: false,
    })),
    on(ReorganiseApi.refused, ReorganiseApi.servicesLoadFailed, (state, { problem }) => ({
      ...state,
      sending: false,
      refused: problem,
    })),
    on(ReorganiseApi.made, () => initial),
  ),
});
