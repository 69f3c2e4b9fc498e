import { problemOf } from '../platform/problem';
import { OrganisationsApi, OrganisationsPage } from './organisations.actions';
import { organisationsFeature } from './organisations.feature';

const { reducer } = organisationsFeature;

describe('organisations in the store', () => {
  const missing = reducer(undefined, OrganisationsApi.loadFailed({ problem: problemOf('not_found') }));

  it('keep a problem while something else loads well', () => {
    const state = reducer(missing, OrganisationsApi.listLoaded({ organisations: [] }));
    expect(state.problem?.code).toBe('not_found');
  });

  it('forget it on the next page', () => {
    expect(reducer(missing, OrganisationsPage.opened({ slug: 'home-office' })).problem).toBeNull();
  });
});
