import type { List, Quarter, Return, ReturnList } from '@headway/contract';
import type { Problem } from '@headway/domain';
import { createFeature, createReducer, createSelector, on } from '@ngrx/store';
import { QuartersApi, QuartersPage } from './quarters.actions';

export interface QuartersState {
  quarters: Record<string, Quarter>;
  /** By id of the quarter: those that the person may see. */
  returns: Record<string, ReturnList>;
  /** The page of the list last asked for, its quarters by id. */
  list: List<string> | null;
  problem: Problem | null;
}

const initialState: QuartersState = { quarters: {}, returns: {}, list: null, problem: null };

const withQuarters = (state: QuartersState, quarters: readonly Quarter[]): QuartersState => ({
  ...state,
  quarters: { ...state.quarters, ...Object.fromEntries(quarters.map((one) => [one.id, one])) },
});

/** A return that came back takes the place of what was known of it; a new one is owed from now on. */
function withReturn(state: QuartersState, changed: Return): QuartersState {
  const known = state.returns[changed.quarter];
  if (!known) return state;
  const others = known.items.filter(({ organisation }) => organisation.id !== changed.organisation.id);
  const but = <T extends { readonly slug: string }>(list: readonly T[]) =>
    list.filter(({ slug }) => slug !== changed.organisation.slug);
  const returns: ReturnList = {
    items: [...others, changed].toSorted((a, b) =>
      a.organisation.name.localeCompare(b.organisation.name, 'en-GB'),
    ),
    missing: but(known.missing),
    unreachable: but(known.unreachable),
  };
  return { ...state, returns: { ...state.returns, [changed.quarter]: returns } };
}

export const quartersFeature = createFeature({
  name: 'quarters',
  reducer: createReducer<QuartersState>(
    initialState,
    on(QuartersPage.listOpened, QuartersPage.opened, (state) => ({ ...state, problem: null })),
    on(QuartersApi.listLoaded, (state, { list }) => ({
      ...withQuarters(state, list.items),
      list: { ...list, items: list.items.map(({ id }) => id) },
    })),
    on(QuartersApi.loaded, (state, { quarter, returns }) => ({
      ...withQuarters(state, [quarter]),
      returns: { ...state.returns, [quarter.id]: returns },
    })),
    on(QuartersApi.changed, (state, { quarter }) => withQuarters(state, [quarter])),
    on(QuartersApi.excused, (state, { excused }) => withReturn(state, excused)),
    on(QuartersApi.asked, (state, { added }) => withReturn(state, added)),
    on(QuartersApi.listLoadFailed, QuartersApi.loadFailed, (state, { problem }) => ({ ...state, problem })),
  ),
  extraSelectors: ({ selectList, selectQuarters }) => ({
    selectListed: createSelector(selectList, selectQuarters, (list, quarters) =>
      list ? { ...list, items: list.items.map((id) => quarters[id]!) } : null,
    ),
  }),
});

export const selectQuarter = (id: string) =>
  createSelector(quartersFeature.selectQuarters, (quarters) => quarters[id] ?? null);

export const selectReturns = (id: string) =>
  createSelector(quartersFeature.selectReturns, (returns) => returns[id] ?? null);
