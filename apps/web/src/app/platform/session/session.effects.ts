import { inject } from '@angular/core';
import type { Problem } from '@headway/domain';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { catchError, exhaustMap, map, of, switchMap } from 'rxjs';
import { SessionApi, SessionPage } from './session.actions';
import { SessionClient } from './session.client';

export const load = createEffect(
  (actions = inject(Actions), client = inject(SessionClient)) =>
    actions.pipe(
      ofType(SessionPage.opened),
      switchMap(() =>
        client.load().pipe(
          map((session) => SessionApi.loaded({ session })),
          catchError((problem: Problem) => of(SessionApi.loadFailed({ problem }))),
        ),
      ),
    ),
  { functional: true },
);

export const signOut = createEffect(
  (actions = inject(Actions), client = inject(SessionClient)) =>
    actions.pipe(
      ofType(SessionPage.signOutChosen),
      exhaustMap(({ key }) =>
        client.signOut(key).pipe(
          map(({ next }) => SessionApi.signedOut({ next })),
          catchError((problem: Problem) =>
            of(
              problem.status === 401
                ? SessionApi.signedOut({ next: '/signed-out' })
                : SessionApi.signOutFailed({ problem }),
            ),
          ),
        ),
      ),
    ),
  { functional: true },
);
