import { inject } from '@angular/core';
import type { Problem } from '@headway/domain';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { Store } from '@ngrx/store';
import { EMPTY, auditTime, catchError, filter, map, of, switchMap, takeUntil, withLatestFrom } from 'rxjs';
import { Events } from '../platform/events';
import { PortfolioApi, PortfolioPage } from './portfolio.actions';
import { PortfolioClient } from './portfolio.client';
import { portfolioFeature } from './portfolio.feature';

/** An import changes many services at once; its many events make one reading. */
export const settling = 150;

export const load = createEffect(
  (actions = inject(Actions), client = inject(PortfolioClient), store = inject(Store)) =>
    actions.pipe(
      ofType(PortfolioPage.opened, PortfolioPage.retried, PortfolioApi.changed),
      withLatestFrom(store.select(portfolioFeature.selectView)),
      map(([, view]) => view),
      filter((view) => view !== null),
      switchMap((view) =>
        client.read(view).pipe(
          map((portfolio) => PortfolioApi.loaded({ view, portfolio })),
          catchError((problem: Problem) => of(PortfolioApi.failed({ problem }))),
          takeUntil(actions.pipe(ofType(PortfolioPage.closed))),
        ),
      ),
    ),
  { functional: true },
);

/** While figures are shown, what others change reaches them; but what was known then stays as it was. */
export const listen = createEffect(
  (actions = inject(Actions), events = inject(Events)) =>
    actions.pipe(
      ofType(PortfolioPage.opened),
      switchMap(({ view }) =>
        view.asKnownAt === null
          ? events.changes.pipe(
              auditTime(settling),
              map(() => PortfolioApi.changed()),
              takeUntil(actions.pipe(ofType(PortfolioPage.closed))),
            )
          : EMPTY,
      ),
    ),
  { functional: true },
);
