import { inject } from '@angular/core';
import type { Problem } from '@headway/domain';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { catchError, forkJoin, map, of, switchMap } from 'rxjs';
import { everyPage } from '../platform/every-page';
import { AuditApi, AuditPage } from './audit.actions';
import { AuditClient } from './audit.client';

export const list = createEffect(
  (actions = inject(Actions), client = inject(AuditClient)) =>
    actions.pipe(
      ofType(AuditPage.opened),
      switchMap(({ choice }) =>
        client.list(choice).pipe(
          map((loaded) => AuditApi.loaded({ list: loaded })),
          catchError((problem: Problem) => of(AuditApi.loadFailed({ problem }))),
        ),
      ),
    ),
  { functional: true },
);

/** Those that have ended too: their chains stay. */
export const organisations = createEffect(
  (actions = inject(Actions), client = inject(AuditClient)) =>
    actions.pipe(
      ofType(AuditPage.organisationsWanted),
      switchMap(() =>
        forkJoin([everyPage(client.organisations), everyPage(client.ended)]).pipe(
          map((both) => AuditApi.organisationsLoaded({ organisations: both.flat() })),
          catchError((problem: Problem) => of(AuditApi.organisationsLoadFailed({ problem }))),
        ),
      ),
    ),
  { functional: true },
);
