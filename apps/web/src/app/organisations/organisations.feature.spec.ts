import { problemOf } from '../platform/problem';
import { OrganisationsApi, OrganisationsPage } from './organisations.actions';
import { organisationsFeature, selectEnded } from './organisations.feature';
import { organisationOf } from './organisations.fixture';

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

  it('keep one that has ended when the list of those that go on comes, and the other way round', () => {
    const [a, gone] = [organisationOf('A'), organisationOf('GONE', { existsTo: '2016-07-14' })];
    const slugs = (state: ReturnType<typeof reducer>) => Object.keys(state.organisations).toSorted();
    const loaded = reducer(undefined, OrganisationsApi.loaded({ organisation: gone }));
    const listed = reducer(loaded, OrganisationsApi.listLoaded({ organisations: [a] }));
    expect(slugs(listed)).toEqual(['a', 'gone']);
    expect(slugs(reducer(listed, OrganisationsApi.endedLoaded({ organisations: [] })))).toEqual(['a']);
    expect(slugs(reducer(listed, OrganisationsApi.listLoaded({ organisations: [] })))).toEqual(['gone']);
  });

  it('are all and those that have ended apart, by name', () => {
    const organisations = [organisationOf('B'), organisationOf('A')];
    const ended = [organisationOf('GONE', { existsTo: '2016-07-14' })];
    const state = reducer(
      reducer(undefined, OrganisationsApi.listLoaded({ organisations })),
      OrganisationsApi.endedLoaded({ organisations: ended }),
    );
    const names = (all: readonly { name: string }[]) => all.map(({ name }) => name);
    expect(names(organisationsFeature.selectAll.projector(state.organisations))).toEqual([
      'Department A',
      'Department B',
    ]);
    expect(names(selectEnded.projector(state.organisations))).toEqual(['Department GONE']);
  });
});
