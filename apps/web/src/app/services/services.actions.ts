import type { List, NewService, Organisation, Service, ServiceChange, StageRecord } from '@headway/contract';
import type { Problem } from '@headway/domain';
import { createActionGroup, emptyProps, props } from '@ngrx/store';
import type { ListChoice } from './list-choice';

export const ServicesPage = createActionGroup({
  source: 'Services Page',
  events: {
    listOpened: props<{ choice: ListChoice }>(),
    organisationsWanted: emptyProps(),
    opened: props<{ reference: string }>(),
    historyOpened: props<{ reference: string }>(),
    added: props<{ service: NewService; key: string }>(),
    changed: props<{ reference: string; version: number; change: ServiceChange }>(),
  },
});

export const ServicesApi = createActionGroup({
  source: 'Services API',
  events: {
    listLoaded: props<{ list: List<Service>; on: string | null }>(),
    listLoadFailed: props<{ problem: Problem }>(),
    organisationsLoaded: props<{ organisations: Organisation[] }>(),
    organisationsLoadFailed: props<{ problem: Problem }>(),
    loaded: props<{ service: Service }>(),
    loadFailed: props<{ problem: Problem }>(),
    historyLoaded: props<{ reference: string; history: StageRecord[] }>(),
    historyLoadFailed: props<{ problem: Problem }>(),
    added: props<{ service: Service }>(),
    addFailed: props<{ problem: Problem }>(),
    changed: props<{ service: Service }>(),
    changeFailed: props<{ problem: Problem }>(),
  },
});
