import type { UnreachableReturn } from '@headway/contract';
import type { Action } from '@ngrx/store';
import { QuartersApi } from './quarters.actions';
import { quartersFeature } from './quarters.feature';
import { quarterWith, returnOf } from './quarters.fixture';

const { reducer } = quartersFeature;
const start = reducer(undefined, { type: 'start' });
const c = { slug: 'c', name: 'Department C', abbreviation: 'C' };
const unreachable: UnreachableReturn = { ...c, slug: 'a', waitsFor: 'digital_lead' };
const loaded = reducer(
  start,
  QuartersApi.loaded({
    quarter: quarterWith(),
    returns: { items: [returnOf('A'), returnOf('D')], missing: [c], unreachable: [unreachable] },
  }),
);

describe('quarters in the store', () => {
  it('take the quarter that came back, on its page and in the list', () => {
    const list = { items: [quarterWith()], page: 1, pageSize: 50, total: 1 };
    const changed = quarterWith({ state: 'closed', version: 4 });
    const state = reducer(
      reducer(start, QuartersApi.listLoaded({ list })),
      QuartersApi.changed({ quarter: changed }),
    );
    expect(quartersFeature.selectListed.projector(state.list, state.quarters)?.items).toEqual([changed]);
  });

  it('take the return that came back in the place of what it was', () => {
    const excused = returnOf('A', { state: 'excused', version: 2 });
    const { items } = reducer(loaded, QuartersApi.excused({ excused })).returns['2025-26-Q3']!;
    expect(items).toEqual([excused, returnOf('D')]);
  });

  it('wait no more for anybody of a return that is excused', () => {
    const excused = returnOf('A', { state: 'excused', version: 2 });
    const waiting = (change: Action) => reducer(loaded, change).returns['2025-26-Q3']!.unreachable;
    expect(waiting(QuartersApi.excused({ excused }))).toEqual([]);
    expect(waiting(QuartersApi.asked({ added: returnOf('C') }))).toEqual([unreachable]);
  });

  it('list a late joiner among those who owe one, and no more among those without', () => {
    const returns = reducer(loaded, QuartersApi.asked({ added: returnOf('C') })).returns['2025-26-Q3']!;
    expect(returns.items.map(({ organisation }) => organisation.slug)).toEqual(['a', 'c', 'd']);
    expect(returns.missing).toEqual([]);
  });
});
