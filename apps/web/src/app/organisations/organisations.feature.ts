import type { Organisation, Portfolio } from '@headway/contract';
import type { Problem } from '@headway/domain';
import { createFeature, createReducer, createSelector, on } from '@ngrx/store';
import { OrganisationsApi, OrganisationsPage } from './organisations.actions';

export interface OrganisationsState {
  organisations: Record<string, Organisation>;
  listed: boolean;
  endedListed: boolean;
  /** By slug. */
  figures: Record<string, Portfolio>;
  problem: Problem | null;
}

const initialState: OrganisationsState = {
  organisations: {},
  listed: false,
  endedListed: false,
  figures: {},
  problem: null,
};

const bySlug = (organisations: readonly Organisation[]) =>
  Object.fromEntries(organisations.map((one) => [one.slug, one]));

/** A list of those that go on says nothing of those that have ended, and the other way round. */
const hasEnded = ({ existsTo }: Organisation) => existsTo !== null;
const others = (organisations: OrganisationsState['organisations'], ended: boolean) =>
  bySlug(Object.values(organisations).filter((one) => hasEnded(one) !== ended));

const byName = (organisations: readonly Organisation[]) =>
  organisations.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));

/** No organisation's slug. */
const wholeOfGovernment = '';

export const organisationsFeature = createFeature({
  name: 'organisations',
  reducer: createReducer<OrganisationsState>(
    initialState,
    on(OrganisationsPage.listOpened, OrganisationsPage.endedOpened, OrganisationsPage.opened, (state) => ({
      ...state,
      problem: null,
    })),
    on(OrganisationsApi.listLoaded, (state, { organisations }) => ({
      ...state,
      organisations: { ...others(state.organisations, false), ...bySlug(organisations) },
      listed: true,
    })),
    on(OrganisationsApi.endedLoaded, (state, { organisations }) => ({
      ...state,
      organisations: { ...others(state.organisations, true), ...bySlug(organisations) },
      endedListed: true,
    })),
    on(
      OrganisationsApi.loaded,
      OrganisationsApi.added,
      OrganisationsApi.changed,
      (state, { organisation }) => ({
        ...state,
        organisations: { ...state.organisations, [organisation.slug]: organisation },
      }),
    ),
    on(OrganisationsApi.figuresLoaded, (state, { slug, figures }) => ({
      ...state,
      figures: { ...state.figures, [slug ?? wholeOfGovernment]: figures },
    })),
    on(
      OrganisationsApi.listLoadFailed,
      OrganisationsApi.endedLoadFailed,
      OrganisationsApi.loadFailed,
      OrganisationsApi.figuresLoadFailed,
      (state, { problem }) => ({ ...state, problem }),
    ),
  ),
  extraSelectors: ({ selectOrganisations }) => ({
    /** Those that go on. */
    selectAll: createSelector(selectOrganisations, (organisations) =>
      byName(Object.values(organisations).filter((one) => !hasEnded(one))),
    ),
  }),
});

export const selectEnded = createSelector(organisationsFeature.selectOrganisations, (organisations) =>
  byName(Object.values(organisations).filter(hasEnded)),
);

export const selectOrganisation = (slug: string) =>
  createSelector(organisationsFeature.selectOrganisations, (organisations) => organisations[slug] ?? null);

/** Of an organisation, or of all of government where null. */
export const selectFigures = (slug: string | null) =>
  createSelector(organisationsFeature.selectFigures, (figures) => figures[slug ?? wholeOfGovernment] ?? null);

/** What is directly below an organisation, by name. */
export const selectBelow = (slug: string) =>
  createSelector(organisationsFeature.selectAll, (all) => all.filter(({ parent }) => parent?.slug === slug));
