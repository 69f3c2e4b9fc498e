import { inject } from '@angular/core';
import { type Problem, isPast } from '@headway/domain';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { catchError, exhaustMap, map, of, switchMap } from 'rxjs';
import { everyPage } from '../platform/every-page';
import { ServicesApi, ServicesPage } from './services.actions';
import { ServicesClient } from './services.client';

export const list = createEffect(
  (actions = inject(Actions), client = inject(ServicesClient)) =>
    actions.pipe(
      ofType(ServicesPage.listOpened),
      switchMap(({ choice }) =>
        client.list(choice).pipe(
          map((list) => ServicesApi.listLoaded({ list, past: isPast(choice) })),
          catchError((problem: Problem) => of(ServicesApi.listLoadFailed({ problem }))),
        ),
      ),
    ),
  { functional: true },
);

export const organisations = createEffect(
  (actions = inject(Actions), client = inject(ServicesClient)) =>
    actions.pipe(
      ofType(ServicesPage.organisationsWanted),
      switchMap(() =>
        everyPage(client.organisations).pipe(
          map((organisations) => ServicesApi.organisationsLoaded({ organisations })),
          catchError((problem: Problem) => of(ServicesApi.organisationsLoadFailed({ problem }))),
        ),
      ),
    ),
  { functional: true },
);

export const load = createEffect(
  (actions = inject(Actions), client = inject(ServicesClient)) =>
    actions.pipe(
      ofType(ServicesPage.opened),
      switchMap(({ reference }) =>
        client.load(reference).pipe(
          map((service) => ServicesApi.loaded({ service })),
          catchError((problem: Problem) => of(ServicesApi.loadFailed({ problem }))),
        ),
      ),
    ),
  { functional: true },
);

export const history = createEffect(
  (actions = inject(Actions), client = inject(ServicesClient)) =>
    actions.pipe(
      ofType(ServicesPage.historyOpened),
      switchMap(({ reference, past }) =>
        client.history(reference, past).pipe(
          map(({ items }) => ServicesApi.historyLoaded({ reference, past, history: items })),
          catchError((problem: Problem) => of(ServicesApi.historyLoadFailed({ problem }))),
        ),
      ),
    ),
  { functional: true },
);

export const add = createEffect(
  (actions = inject(Actions), client = inject(ServicesClient)) =>
    actions.pipe(
      ofType(ServicesPage.added),
      exhaustMap(({ service, key }) =>
        client.add(service, key).pipe(
          map((added) => ServicesApi.added({ service: added })),
          catchError((problem: Problem) => of(ServicesApi.addFailed({ problem }))),
        ),
      ),
    ),
  { functional: true },
);

export const change = createEffect(
  (actions = inject(Actions), client = inject(ServicesClient)) =>
    actions.pipe(
      ofType(ServicesPage.changed),
      exhaustMap(({ reference, version, change }) =>
        client.change(reference, version, change).pipe(
          map((service) => ServicesApi.changed({ service })),
          catchError((problem: Problem) => of(ServicesApi.changeFailed({ problem }))),
        ),
      ),
    ),
  { functional: true },
);

export const past = createEffect(
  (actions = inject(Actions), client = inject(ServicesClient)) =>
    actions.pipe(
      ofType(ServicesPage.pastOpened),
      switchMap(({ reference, past }) =>
        client.past(reference, past).pipe(
          map((service) => ServicesApi.pastLoaded({ past, service })),
          catchError((problem: Problem) => of(ServicesApi.loadFailed({ problem }))),
        ),
      ),
    ),
  { functional: true },
);

export const ownership = createEffect(
  (actions = inject(Actions), client = inject(ServicesClient)) =>
    actions.pipe(
      ofType(ServicesPage.ownershipOpened),
      switchMap(({ reference }) =>
        client.ownership(reference).pipe(
          map(({ items }) => ServicesApi.ownershipLoaded({ reference, ownership: items })),
          catchError((problem: Problem) => of(ServicesApi.ownershipLoadFailed({ problem }))),
        ),
      ),
    ),
  { functional: true },
);

export const lifecycle = createEffect(
  (actions = inject(Actions), client = inject(ServicesClient)) =>
    actions.pipe(
      ofType(ServicesPage.lifecycleChanged),
      exhaustMap(({ reference, version, change, key }) =>
        client.lifecycle(reference, version, change, key).pipe(
          map((service) => ServicesApi.lifecycleChanged({ service, change })),
          catchError((problem: Problem) => of(ServicesApi.lifecycleFailed({ problem }))),
        ),
      ),
    ),
  { functional: true },
);
