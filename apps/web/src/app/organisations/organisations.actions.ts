import type { NewOrganisation, Organisation, OrganisationChange, Portfolio } from '@headway/contract';
import type { Problem } from '@headway/domain';
import { createActionGroup, emptyProps, props } from '@ngrx/store';

export const OrganisationsPage = createActionGroup({
  source: 'Organisations Page',
  events: {
    listOpened: emptyProps(),
    endedOpened: emptyProps(),
    opened: props<{ slug: string }>(),
    /** Of an organisation, or of all of government where null. */
    figuresOpened: props<{ slug: string | null }>(),
    added: props<{ organisation: NewOrganisation; key: string }>(),
    changed: props<{ slug: string; version: number; change: OrganisationChange }>(),
  },
});

export const OrganisationsApi = createActionGroup({
  source: 'Organisations API',
  events: {
    listLoaded: props<{ organisations: Organisation[] }>(),
    listLoadFailed: props<{ problem: Problem }>(),
    endedLoaded: props<{ organisations: Organisation[] }>(),
    endedLoadFailed: props<{ problem: Problem }>(),
    loaded: props<{ organisation: Organisation }>(),
    loadFailed: props<{ problem: Problem }>(),
    figuresLoaded: props<{ slug: string | null; figures: Portfolio }>(),
    figuresLoadFailed: props<{ problem: Problem }>(),
    added: props<{ organisation: Organisation }>(),
    addFailed: props<{ problem: Problem }>(),
    changed: props<{ slug: string; organisation: Organisation }>(),
    changeFailed: props<{ problem: Problem }>(),
  },
});
