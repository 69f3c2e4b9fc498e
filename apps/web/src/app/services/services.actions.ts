import type {
  List,
  NewService,
  Organisation,
  Ownership,
  Service,
  ServiceChange,
  StageRecord,
} from '@headway/contract';
import type { PastChoice, Problem } from '@headway/domain';
import { createActionGroup, emptyProps, props } from '@ngrx/store';
import type { Lifecycle } from './lifecycle';
import type { ListChoice } from './list-choice';

export const ServicesPage = createActionGroup({
  source: 'Services Page',
  events: {
    listOpened: props<{ choice: ListChoice }>(),
    organisationsWanted: emptyProps(),
    /** `again` where it is on the page already, and something may have changed. */
    opened: props<{ reference: string; again?: boolean }>(),
    historyOpened: props<{ reference: string; past: PastChoice }>(),
    pastOpened: props<{ reference: string; past: PastChoice; again?: boolean }>(),
    ownershipOpened: props<{ reference: string }>(),
    lifecycleChanged: props<{ reference: string; version: number; change: Lifecycle; key: string }>(),
    added: props<{ service: NewService; key: string }>(),
    changed: props<{ reference: string; version: number; change: ServiceChange }>(),
  },
});

export const ServicesApi = createActionGroup({
  source: 'Services API',
  events: {
    listLoaded: props<{ list: List<Service>; past: boolean }>(),
    listLoadFailed: props<{ problem: Problem }>(),
    organisationsLoaded: props<{ organisations: Organisation[] }>(),
    organisationsLoadFailed: props<{ problem: Problem }>(),
    loaded: props<{ service: Service }>(),
    loadFailed: props<{ problem: Problem }>(),
    historyLoaded: props<{ reference: string; past: PastChoice; history: StageRecord[] }>(),
    pastLoaded: props<{ past: PastChoice; service: Service }>(),
    ownershipLoaded: props<{ reference: string; ownership: Ownership['items'] }>(),
    ownershipLoadFailed: props<{ problem: Problem }>(),
    lifecycleChanged: props<{ service: Service; change: Lifecycle }>(),
    lifecycleFailed: props<{ problem: Problem }>(),
    historyLoadFailed: props<{ problem: Problem }>(),
    added: props<{ service: Service }>(),
    addFailed: props<{ problem: Problem }>(),
    changed: props<{ service: Service }>(),
    changeFailed: props<{ problem: Problem }>(),
  },
});
