import { inject } from '@angular/core';
import type { Problem } from '@headway/domain';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { catchError, exhaustMap, map, mergeMap, of, switchMap } from 'rxjs';
import { everyPage } from '../platform/every-page';
import { OrganisationsApi, OrganisationsPage } from './organisations.actions';
import { OrganisationsClient } from './organisations.client';

export const list = createEffect(
  (actions = inject(Actions), client = inject(OrganisationsClient)) =>
    actions.pipe(
      ofType(OrganisationsPage.listOpened),
      switchMap(() =>
        everyPage(client.list).pipe(
          map((organisations) => OrganisationsApi.listLoaded({ organisations })),
          catchError((problem: Problem) => of(OrganisationsApi.listLoadFailed({ problem }))),
        ),
      ),
    ),
  { functional: true },
);

export const ended = createEffect(
  (actions = inject(Actions), client = inject(OrganisationsClient)) =>
    actions.pipe(
      ofType(OrganisationsPage.endedOpened),
      switchMap(() =>
        everyPage(client.ended).pipe(
          map((organisations) => OrganisationsApi.endedLoaded({ organisations })),
          catchError((problem: Problem) => of(OrganisationsApi.endedLoadFailed({ problem }))),
        ),
      ),
    ),
  { functional: true },
);

export const load = createEffect(
  (actions = inject(Actions), client = inject(OrganisationsClient)) =>
    actions.pipe(
      ofType(OrganisationsPage.opened),
      switchMap(({ slug }) =>
        client.load(slug).pipe(
          map((organisation) => OrganisationsApi.loaded({ organisation })),
          catchError((problem: Problem) => of(OrganisationsApi.loadFailed({ problem }))),
        ),
      ),
    ),
  { functional: true },
);

export const figures = createEffect(
  (actions = inject(Actions), client = inject(OrganisationsClient)) =>
    actions.pipe(
      ofType(OrganisationsPage.figuresOpened),
      mergeMap(({ slug }) =>
        client.figures(slug).pipe(
          map((figures) => OrganisationsApi.figuresLoaded({ slug, figures })),
          catchError((problem: Problem) => of(OrganisationsApi.figuresLoadFailed({ problem }))),
        ),
      ),
    ),
  { functional: true },
);

export const add = createEffect(
  (actions = inject(Actions), client = inject(OrganisationsClient)) =>
    actions.pipe(
      ofType(OrganisationsPage.added),
      exhaustMap(({ organisation, key }) =>
        client.add(organisation, key).pipe(
          map((added) => OrganisationsApi.added({ organisation: added })),
          catchError((problem: Problem) => of(OrganisationsApi.addFailed({ problem }))),
        ),
      ),
    ),
  { functional: true },
);

export const change = createEffect(
  (actions = inject(Actions), client = inject(OrganisationsClient)) =>
    actions.pipe(
      ofType(OrganisationsPage.changed),
      exhaustMap(({ slug, version, change }) =>
        client.change(slug, version, change).pipe(
          map((organisation) => OrganisationsApi.changed({ slug, organisation })),
          catchError((problem: Problem) => of(OrganisationsApi.changeFailed({ problem }))),
        ),
      ),
    ),
  { functional: true },
);
