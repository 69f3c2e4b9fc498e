import { inject } from '@angular/core';
import { Router } from '@angular/router';
import type { Problem } from '@headway/domain';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { catchError, exhaustMap, map, of, switchMap, tap } from 'rxjs';
import { Flash } from '../../platform/flash';
import { newKey } from '../../platform/headers';
import { done } from './report-view';
import { savedBefore } from '../../platform/own-attempt';
import { ReorganiseApi, ReorganisePage } from './reorganise.actions';
import { ReorganiseClient } from './reorganise.client';

export const services = createEffect(
  (actions = inject(Actions), client = inject(ReorganiseClient)) =>
    actions.pipe(
      ofType(ReorganisePage.giverChosen),
      switchMap(({ organisation, on }) =>
        client.services(organisation, on).pipe(
          map((all) => ReorganiseApi.servicesLoaded({ organisation, on, services: all })),
          catchError((problem: Problem) => of(ReorganiseApi.servicesLoadFailed({ problem }))),
        ),
      ),
    ),
  { functional: true },
);

export const look = createEffect(
  (actions = inject(Actions), client = inject(ReorganiseClient)) =>
    actions.pipe(
      ofType(ReorganisePage.typed),
      exhaustMap(({ request, key }) =>
        client.look(request, key).pipe(
          map((report) => ReorganiseApi.looked({ request, report })),
          catchError((problem: Problem) => of(ReorganiseApi.refused({ problem }))),
        ),
      ),
    ),
  { functional: true },
);

export const showWhatItComesTo = createEffect(
  (actions = inject(Actions), router = inject(Router)) =>
    actions.pipe(
      ofType(ReorganiseApi.looked),
      tap(({ request }) => void router.navigate(['/departments/reorganise', request.kind, 'check'])),
    ),
  { functional: true, dispatch: false },
);

/** Where something changed meanwhile, what it would come to now is fetched, to be looked at again. */
export const make = createEffect(
  (actions = inject(Actions), client = inject(ReorganiseClient)) =>
    actions.pipe(
      ofType(ReorganisePage.confirmed),
      exhaustMap(({ request, fingerprint, key }) =>
        client.make(request, fingerprint, key).pipe(
          map((report) => ReorganiseApi.made({ request, report })),
          catchError((problem: Problem) =>
            problem.code === 'changed_since_read' && problem.detail !== savedBefore
              ? client
                  .look(request, newKey())
                  .pipe(map((report) => ReorganiseApi.overtaken({ request, report })))
              : of(ReorganiseApi.refused({ problem })),
          ),
          catchError((problem: Problem) => of(ReorganiseApi.refused({ problem }))),
        ),
      ),
    ),
  { functional: true },
);

/** "BIS and DECC merged into BEIS from 14 July 2016." */
export const finish = createEffect(
  (actions = inject(Actions), flash = inject(Flash), router = inject(Router)) =>
    actions.pipe(
      ofType(ReorganiseApi.made),
      tap(({ request, report }) => {
        const { message, slug } = done(request, report);
        flash.success(message);
        void router.navigate(['/departments', slug]);
      }),
    ),
  { functional: true, dispatch: false },
);
