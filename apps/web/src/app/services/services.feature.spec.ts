import { ServicesApi } from './services.actions';
import { servicesFeature } from './services.feature';
import { serviceOf } from './services.fixture';

const { reducer } = servicesFeature;
const start = reducer(undefined, { type: 'start' });
const listed = (on: string | null) =>
  reducer(
    start,
    ServicesApi.listLoaded({ on, list: { items: [serviceOf()], page: 1, pageSize: 50, total: 1 } }),
  );
const changed = serviceOf({ name: 'Apply for a permit', version: 2 });

describe('services in the store', () => {
  it('take the service that came back, on its page and in the list', () => {
    const state = reducer(listed(null), ServicesApi.changed({ service: changed }));
    expect(state.services['DWP-001']).toEqual(changed);
    expect(state.list?.items).toEqual([changed]);
  });

  it('keep a list of a past day as it was on that day', () => {
    const state = reducer(listed('2024-01-01'), ServicesApi.changed({ service: changed }));
    expect(state.list?.items).toEqual([serviceOf()]);
  });
});
