import type { List, Organisation, Ownership, Service, StageRecord } from '@headway/contract';
import { type PastChoice, type Problem, isPast } from '@headway/domain';
import { createFeature, createReducer, createSelector, on } from '@ngrx/store';
import type { ListChoice } from './list-choice';
import { ServicesApi, ServicesPage } from './services.actions';

export interface ServicesState {
  services: Record<string, Service>;
  histories: Record<string, { past: PastChoice; records: StageRecord[] }>;
  ownerships: Record<string, Ownership['items']>;
  /** The one past that is looked at, of one service. */
  past: { past: PastChoice; service: Service } | null;
  organisations: Organisation[];
  /** The list last asked for, and whether it is of the past. */
  list: (List<Service> & { past: boolean }) | null;
  listLoading: boolean;
  /** The choice that the list answers, and the one last asked for. */
  listOf: ListChoice | null;
  listWanted: ListChoice | null;
  problem: Problem | null;
}

const initialState: ServicesState = {
  services: {},
  histories: {},
  ownerships: {},
  past: null,
  organisations: [],
  list: null,
  listLoading: false,
  listOf: null,
  listWanted: null,
  problem: null,
};

/** A list of the past keeps what was so then. */
function upsert(state: ServicesState, service: Service): ServicesState {
  const { list, problem } = state;
  return {
    ...state,
    problem: problem?.code === 'not_found' ? null : problem,
    services: { ...state.services, [service.reference]: service },
    list:
      list && !list.past
        ? { ...list, items: list.items.map((one) => (one.reference === service.reference ? service : one)) }
        : list,
  };
}

export const servicesFeature = createFeature({
  name: 'services',
  reducer: createReducer(
    initialState,
    on(ServicesPage.listOpened, (state, { choice }) => ({
      ...state,
      listWanted: choice,
      listLoading: true,
      problem: null,
    })),
    on(ServicesPage.organisationsWanted, (state) => ({ ...state, problem: null })),
    // What is missing is so until it is found: else its page would go blank at every look.
    on(ServicesPage.opened, ServicesPage.pastOpened, (state, { again }) => ({
      ...state,
      problem: again && state.problem?.code === 'not_found' ? state.problem : null,
    })),
    on(ServicesApi.listLoaded, (state, { list, past }) => ({
      ...state,
      list: { ...list, past },
      listOf: state.listWanted,
      listLoading: false,
    })),
    on(
      ServicesApi.loaded,
      ServicesApi.added,
      ServicesApi.changed,
      ServicesApi.lifecycleChanged,
      (state, { service }) => upsert(state, service),
    ),
    on(ServicesApi.historyLoaded, (state, { reference, past, history }) => ({
      ...state,
      histories: { ...state.histories, [reference]: { past, records: history } },
    })),
    on(ServicesApi.pastLoaded, (state, { past, service }) => ({
      ...state,
      past: { past, service },
      problem: null,
    })),
    on(ServicesApi.ownershipLoaded, (state, { reference, ownership }) => ({
      ...state,
      ownerships: { ...state.ownerships, [reference]: ownership },
    })),
    on(ServicesApi.organisationsLoaded, (state, { organisations }) => ({ ...state, organisations })),
    on(
      ServicesApi.listLoadFailed,
      ServicesApi.loadFailed,
      ServicesApi.historyLoadFailed,
      ServicesApi.ownershipLoadFailed,
      ServicesApi.organisationsLoadFailed,
      (state, { problem }) => ({ ...state, listLoading: false, problem }),
    ),
  ),
});

/** The service as it stands, or as it did in the past asked for. */
export const selectService = (reference: string, past: PastChoice) =>
  createSelector(servicesFeature.selectServices, servicesFeature.selectPast, (services, shown) => {
    if (!isPast(past)) return services[reference] ?? null;
    return shown?.service.reference === reference && samePast(shown.past, past) ? shown.service : null;
  });

export const selectHistory = (reference: string, past: PastChoice) =>
  createSelector(servicesFeature.selectHistories, (histories) => {
    const history = histories[reference];
    if (!history || history.past.asKnownAt !== past.asKnownAt) return null;
    return history.records.filter(({ effectiveOn }) => past.on === null || effectiveOn <= past.on);
  });

function samePast(a: PastChoice, b: PastChoice): boolean {
  return a.on === b.on && a.asKnownAt === b.asKnownAt && a.boundaries === b.boundaries;
}

export const selectOwnership = (reference: string) =>
  createSelector(servicesFeature.selectOwnerships, (ownerships) => ownerships[reference] ?? null);
