import type { Portfolio } from '@headway/contract';
import type { Problem } from '@headway/domain';
import { createFeature, createReducer, on } from '@ngrx/store';
import { PortfolioApi, PortfolioPage } from './portfolio.actions';
import type { PortfolioView } from './portfolio.view';

export interface PortfolioState {
  /** What was asked for last. */
  readonly view: PortfolioView | null;
  /** Figures with the view that they answer, so that they never stand under another view's name. */
  readonly shown: { readonly view: PortfolioView; readonly portfolio: Portfolio } | null;
  readonly loading: boolean;
  readonly problem: Problem | null;
  /** How often other people's changes reached the figures while they were looked at. */
  readonly updates: number;
}

const initial: PortfolioState = { view: null, shown: null, loading: false, problem: null, updates: 0 };

export const portfolioFeature = createFeature({
  name: 'portfolio',
  reducer: createReducer(
    initial,
    on(PortfolioPage.opened, (state, { view }) => ({
      ...state,
      view,
      loading: true,
      problem: null,
      updates: 0,
    })),
    on(PortfolioPage.retried, (state) => ({ ...state, loading: true, problem: null })),
    on(PortfolioApi.loaded, (state, shown) => ({
      ...state,
      shown: { view: shown.view, portfolio: shown.portfolio },
      loading: false,
      problem: null,
      updates: state.updates + (state.loading || same(state.shown?.portfolio, shown.portfolio) ? 0 : 1),
    })),
    on(PortfolioApi.failed, (state, { problem }) => ({ ...state, loading: false, problem })),
  ),
});

function same(a: Portfolio | undefined, b: Portfolio): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
