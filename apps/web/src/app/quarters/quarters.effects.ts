import { inject } from '@angular/core';
import type { Quarter } from '@headway/contract';
import type { Problem } from '@headway/domain';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { catchError, exhaustMap, groupBy, map, mergeMap, of, switchMap } from 'rxjs';
import { type QuarterChange, QuartersApi, QuartersPage } from './quarters.actions';
import { QuartersClient } from './quarters.client';

export const list = createEffect(
  (actions = inject(Actions), client = inject(QuartersClient)) =>
    actions.pipe(
      ofType(QuartersPage.listOpened),
      switchMap(({ page }) =>
        client.list(page).pipe(
          map((list) => QuartersApi.listLoaded({ list })),
          catchError((problem: Problem) => of(QuartersApi.listLoadFailed({ problem }))),
        ),
      ),
    ),
  { functional: true },
);

/** The list asks for each quarter that is open; only a second look at the same one replaces the first. */
export const load = createEffect(
  (actions = inject(Actions), client = inject(QuartersClient)) =>
    actions.pipe(
      ofType(QuartersPage.opened),
      groupBy(({ id }) => id),
      mergeMap((ofOne) =>
        ofOne.pipe(
          switchMap(({ id }) =>
            client.load(id).pipe(
              map(({ quarter, returns }) => QuartersApi.loaded({ quarter, returns })),
              catchError((problem: Problem) => of(QuartersApi.loadFailed({ problem }))),
            ),
          ),
        ),
      ),
    ),
  { functional: true },
);

/** Its answer was lost, but the very next version is what it makes. */
function gotThrough({ kind, body }: QuarterChange, version: number, now: Quarter): boolean {
  const state = kind === 'close' ? 'closed' : 'open';
  return now.version === version + 1 && now.state === state && (kind !== 'due' || now.dueOn === body.dueOn);
}

export const change = createEffect(
  (actions = inject(Actions), client = inject(QuartersClient)) =>
    actions.pipe(
      ofType(QuartersPage.changed),
      exhaustMap(({ id, version, change, key }) =>
        client.change(id, version, change, key).pipe(
          map((quarter) => QuartersApi.changed({ quarter })),
          catchError((problem: Problem) =>
            problem.code === 'unavailable'
              ? client
                  .load(id)
                  .pipe(
                    map(({ quarter }) =>
                      gotThrough(change, version, quarter)
                        ? QuartersApi.changed({ quarter })
                        : QuartersApi.changeFailed({ problem }),
                    ),
                  )
              : of(QuartersApi.changeFailed({ problem })),
          ),
          catchError((problem: Problem) => of(QuartersApi.changeFailed({ problem }))),
        ),
      ),
    ),
  { functional: true },
);

export const excuse = createEffect(
  (actions = inject(Actions), client = inject(QuartersClient)) =>
    actions.pipe(
      ofType(QuartersPage.excused),
      exhaustMap(({ id, slug, version, excusal, key }) =>
        client.excuse(id, slug, version, excusal, key).pipe(
          map((excused) => QuartersApi.excused({ excused })),
          catchError((problem: Problem) => of(QuartersApi.excuseFailed({ problem }))),
        ),
      ),
    ),
  { functional: true },
);

export const remind = createEffect(
  (actions = inject(Actions), client = inject(QuartersClient)) =>
    actions.pipe(
      ofType(QuartersPage.reminded),
      exhaustMap(({ id, key }) =>
        client.remind(id, key).pipe(
          map((came) => QuartersApi.reminded({ came })),
          catchError((problem: Problem) => of(QuartersApi.remindFailed({ problem }))),
        ),
      ),
    ),
  { functional: true },
);

export const ask = createEffect(
  (actions = inject(Actions), client = inject(QuartersClient)) =>
    actions.pipe(
      ofType(QuartersPage.asked),
      exhaustMap(({ id, organisation, key }) =>
        client.ask(id, organisation, key).pipe(
          map((added) => QuartersApi.asked({ added })),
          catchError((problem: Problem) => of(QuartersApi.askFailed({ problem }))),
        ),
      ),
    ),
  { functional: true },
);
