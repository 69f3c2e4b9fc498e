import { present } from '@headway/domain';
import { PortfolioApi, PortfolioPage } from './portfolio.actions';
import { counts, portfolioOf } from './portfolio.fixture';
import { portfolioFeature } from './portfolio.feature';

const { reducer } = portfolioFeature;
const view = { ...present, organisation: [], audience: null, compareWith: null };
const opened = reducer(undefined, PortfolioPage.opened({ view }));
const loaded = reducer(opened, PortfolioApi.loaded({ view, portfolio: portfolioOf() }));

describe('the portfolio in the store', () => {
  it('shows what was loaded, with the view that it answers', () => {
    expect(opened.loading).toBeTrue();
    expect(loaded).toEqual(
      jasmine.objectContaining({ loading: false, shown: { view, portfolio: portfolioOf() } }),
    );
  });

  it('counts an update only where figures changed while they were looked at', () => {
    const again = reducer(loaded, PortfolioApi.loaded({ view, portfolio: portfolioOf() }));
    expect(again.updates).toBe(0);
    const total = counts({ live: 99 });
    expect(reducer(again, PortfolioApi.loaded({ view, portfolio: portfolioOf({ total }) })).updates).toBe(1);
  });

  it('keeps the figures through a problem, and forgets the problem on another try', () => {
    const problem = { type: 'about:blank', title: 'Away', status: 503, code: 'unavailable' as const };
    const failed = reducer(loaded, PortfolioApi.failed({ problem }));
    expect(failed).toEqual(jasmine.objectContaining({ problem, shown: loaded.shown }));
    expect(reducer(failed, PortfolioPage.retried()).problem).toBeNull();
  });
});
