import { problemOf } from '../platform/problem';
import { ServicesApi, ServicesPage } from './services.actions';
import { servicesFeature } from './services.feature';
import { serviceOf } from './services.fixture';

const { reducer } = servicesFeature;
const start = reducer(undefined, { type: 'start' });
const listed = (past: boolean) =>
  reducer(
    start,
    ServicesApi.listLoaded({ past, list: { items: [serviceOf()], page: 1, pageSize: 50, total: 1 } }),
  );
const changed = serviceOf({ name: 'Apply for a permit', version: 2 });

describe('services in the store', () => {
  it('take the service that came back, on its page and in the list', () => {
    const state = reducer(listed(false), ServicesApi.changed({ service: changed }));
    expect(state.services['DWP-001']).toEqual(changed);
    expect(state.list?.items).toEqual([changed]);
  });

  it('stay missing while they are looked for again, and until they are found', () => {
    const missing = reducer(start, ServicesApi.loadFailed({ problem: problemOf('not_found') }));
    const again = reducer(missing, ServicesPage.opened({ reference: 'DWP-001', again: true }));
    expect(again.problem?.code).toBe('not_found');
    expect(reducer(again, ServicesApi.loaded({ service: changed })).problem).toBeNull();
    expect(reducer(again, ServicesPage.opened({ reference: 'DWP-002' })).problem).toBeNull();
    const away = reducer(start, ServicesApi.loadFailed({ problem: problemOf('unavailable') }));
    expect(reducer(away, ServicesPage.opened({ reference: 'DWP-001', again: true })).problem).toBeNull();
  });

  it('keep a list of the past as it was then', () => {
    const state = reducer(listed(true), ServicesApi.changed({ service: changed }));
    expect(state.list?.items).toEqual([serviceOf()]);
  });
});
