import type { HeadwayEvent } from '@headway/contract';
import { present } from '@headway/domain';
import type { Action } from '@ngrx/store';
import { type Observable, Subject, of, throwError } from 'rxjs';
import { PortfolioApi, PortfolioPage } from './portfolio.actions';
import { listen, load, settling } from './portfolio.effects';
import { portfolioOf } from './portfolio.fixture';

const view = { ...present, organisation: [], audience: null, compareWith: null };
const problem = { type: 'about:blank', title: 'Away', status: 503, code: 'unavailable' as const };

function run(effect: 'load' | 'listen', read: () => unknown = () => of(portfolioOf())) {
  const actions = new Subject<Action>();
  const changes = new Subject<HeadwayEvent>();
  const out: Action[] = [];
  const store = { select: () => of(view) };
  const source: Observable<Action> =
    effect === 'load'
      ? load(actions as never, { read } as never, store as never)
      : listen(actions as never, { changes } as never);
  source.subscribe((action) => out.push(action));
  return { actions, changes, out };
}

describe('loading the portfolio', () => {
  it('answers with the figures of the view, or with the problem, and goes on after one', () => {
    let away = true;
    const { actions, out } = run('load', () => (away ? throwError(() => problem) : of(portfolioOf())));
    actions.next(PortfolioPage.opened({ view }));
    away = false;
    actions.next(PortfolioPage.retried());
    expect(out).toEqual([
      PortfolioApi.failed({ problem }),
      PortfolioApi.loaded({ view, portfolio: portfolioOf() }),
    ]);
  });
});

describe('listening for changes', () => {
  beforeEach(() => jasmine.clock().install());
  afterEach(() => jasmine.clock().uninstall());

  it('makes one reading of many changes at once, and none after the page is closed', () => {
    const { actions, changes, out } = run('listen');
    actions.next(PortfolioPage.opened({ view }));
    for (let i = 0; i < 30; i++) changes.next({ kind: 'service.changed', subject: `DWP-${i}` });
    jasmine.clock().tick(settling + 10);
    expect(out).toEqual([PortfolioApi.changed()]);
    actions.next(PortfolioPage.closed());
    changes.next({ kind: 'service.changed', subject: 'DWP-1' });
    jasmine.clock().tick(settling + 10);
    expect(out.length).toBe(1);
  });

  it('ends where what was known then is looked at, since that stays as it was', () => {
    const { actions, changes, out } = run('listen');
    actions.next(PortfolioPage.opened({ view }));
    actions.next(PortfolioPage.opened({ view: { ...view, asKnownAt: '2026-03-31' } }));
    expect(changes.observed).toBeFalse();
    changes.next({ kind: 'service.changed', subject: 'DWP-1' });
    jasmine.clock().tick(settling + 10);
    expect(out).toEqual([]);
  });
});
