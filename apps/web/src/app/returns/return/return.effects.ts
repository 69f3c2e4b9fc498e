import { inject } from '@angular/core';
import { Router } from '@angular/router';
import type { Return } from '@headway/contract';
import { type Problem, type ReturnState, quarterName } from '@headway/domain';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { Store } from '@ngrx/store';
import { type Observable, catchError, exhaustMap, filter, map, of, startWith, switchMap, tap } from 'rxjs';
import { Flash } from '../../platform/flash';
import { type Doing, ReturnApi, ReturnPages } from './return.actions';
import { ReturnClient } from './return.client';
import { returnFeature } from './return.feature';
import { returnPath } from './return-path';

export const load = createEffect(
  (actions = inject(Actions), client = inject(ReturnClient), store = inject(Store)) => {
    const at = store.selectSignal(returnFeature.selectAt);
    return actions.pipe(
      ofType(ReturnPages.opened, ReturnPages.changedElsewhere),
      switchMap(() =>
        client.read(at()!).pipe(
          map((read) => ReturnApi.loaded(read)),
          catchError((problem: Problem) => of(ReturnApi.loadFailed({ problem }))),
        ),
      ),
    );
  },
  { functional: true },
);

type Answer = ReturnType<(typeof ReturnApi)[keyof typeof ReturnApi]>;

const stateAfter: Partial<Record<Doing['deed']['action'], ReturnState>> = {
  submit: 'submitted',
  sign_off: 'signed_off',
  request_changes: 'changes_requested',
};

/** Its answer was lost, but the very next version is what it makes. */
function gotThrough({ deed, version }: Doing, { state, version: now }: Return): boolean {
  return now === version + 1 && state === stateAfter[deed.action];
}

/** Where somebody was quicker, or its state has changed, it is fetched as it stands now. */
export const change = createEffect(
  (actions = inject(Actions), client = inject(ReturnClient), store = inject(Store)) => {
    const at = store.selectSignal(returnFeature.selectAt);
    const failed = (doing: Doing, problem: Problem): Observable<Answer> => {
      const { deed } = doing;
      const refused = of(ReturnApi.refused({ problem }));
      if (problem.code === 'unavailable')
        return client.read(at()!).pipe(
          map(({ found }) =>
            gotThrough(doing, found) ? ReturnApi.changed({ found, deed }) : ReturnApi.refused({ problem }),
          ),
          catchError(() => refused),
        );
      if (problem.code === 'changed_since_read')
        return client.read(at()!).pipe(
          map(({ found }) => ReturnApi.overtaken({ found, deed, problem })),
          catchError(() => refused),
        );
      if (problem.code !== 'wrong_state') return refused;
      return client.read(at()!).pipe(
        map((read): Answer => ReturnApi.loaded(read)),
        catchError(() => refused),
        startWith(ReturnApi.refused({ problem })),
      );
    };
    return actions.pipe(
      ofType(ReturnPages.done),
      exhaustMap((doing) =>
        client.change(at()!, doing).pipe(
          map((found): Answer => ReturnApi.changed({ found, deed: doing.deed })),
          catchError((problem: Problem) => failed(doing, problem)),
        ),
      ),
    );
  },
  { functional: true },
);

/** On to the page that comes next, with the news of what was done. */
export const goOn = createEffect(
  (actions = inject(Actions), flash = inject(Flash), router = inject(Router)) =>
    actions.pipe(
      ofType(ReturnApi.changed),
      filter(({ deed }) => deed.action !== 'save' || deed.goOn),
      tap(({ found, deed: { action } }) => {
        const at = { quarter: found.quarter, slug: found.organisation.slug };
        const which = `the return of ${found.organisation.name} for ${quarterName(found.quarter)}`;
        if (action === 'sign_off') flash.success(`You signed off ${which}`);
        if (action === 'request_changes') flash.success(`You requested changes to ${which}`);
        const next = {
          save: 'check',
          submit: 'done',
          sign_off: undefined,
          request_changes: undefined,
        } as const;
        void router.navigateByUrl(returnPath(at, next[action]));
      }),
    ),
  { functional: true, dispatch: false },
);
