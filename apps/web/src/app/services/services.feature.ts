import type { List, Organisation, Service, StageRecord } from '@headway/contract';
import type { Problem } from '@headway/domain';
import { createFeature, createReducer, createSelector, on } from '@ngrx/store';
import { ServicesApi, ServicesPage } from './services.actions';

export interface ServicesState {
  services: Record<string, Service>;
  histories: Record<string, StageRecord[]>;
  organisations: Organisation[];
  /** The list last asked for, and the past date that it shows, if any. */
  list: (List<Service> & { on: string | null }) | null;
  listLoading: boolean;
  problem: Problem | null;
}

const initialState: ServicesState = {
  services: {},
  histories: {},
  organisations: [],
  list: null,
  listLoading: false,
  problem: null,
};

/** A list of a past day keeps what was so on that day. */
function upsert(state: ServicesState, service: Service): ServicesState {
  const { list } = state;
  return {
    ...state,
    services: { ...state.services, [service.reference]: service },
    list:
      list && list.on === null
        ? { ...list, items: list.items.map((one) => (one.reference === service.reference ? service : one)) }
        : list,
  };
}

export const servicesFeature = createFeature({
  name: 'services',
  reducer: createReducer(
    initialState,
    on(ServicesPage.listOpened, (state) => ({ ...state, listLoading: true, problem: null })),
    on(ServicesPage.opened, ServicesPage.organisationsWanted, (state) => ({ ...state, problem: null })),
    on(ServicesApi.listLoaded, (state, { list, on }) => ({
      ...state,
      list: { ...list, on },
      listLoading: false,
    })),
    on(ServicesApi.loaded, ServicesApi.added, ServicesApi.changed, (state, { service }) =>
      upsert(state, service),
    ),
    on(ServicesApi.historyLoaded, (state, { reference, history }) => ({
      ...state,
      histories: { ...state.histories, [reference]: history },
    })),
    on(ServicesApi.organisationsLoaded, (state, { organisations }) => ({ ...state, organisations })),
    on(
      ServicesApi.listLoadFailed,
      ServicesApi.loadFailed,
      ServicesApi.historyLoadFailed,
      ServicesApi.organisationsLoadFailed,
      (state, { problem }) => ({ ...state, listLoading: false, problem }),
    ),
  ),
});

export const selectService = (reference: string) =>
  createSelector(servicesFeature.selectServices, (services) => services[reference] ?? null);

export const selectHistory = (reference: string) =>
  createSelector(servicesFeature.selectHistories, (histories) => histories[reference] ?? null);
