import { inject } from '@angular/core';
import { Router } from '@angular/router';
import { type Problem, formatDate, stageLabels } from '@headway/domain';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { catchError, exhaustMap, map, of, switchMap, tap } from 'rxjs';
import { Flash } from '../platform/flash';
import { Drafts } from './drafts';
import { RecordsApi, RecordsPage } from './records.actions';
import { RecordsClient } from './records.client';

export const load = createEffect(
  (actions = inject(Actions), client = inject(RecordsClient)) =>
    actions.pipe(
      ofType(RecordsPage.opened),
      switchMap(({ reference }) =>
        client.history(reference).pipe(
          map((history) => RecordsApi.loaded(history)),
          catchError((problem: Problem) => of(RecordsApi.loadFailed({ problem }))),
        ),
      ),
    ),
  { functional: true },
);

/** Where somebody else was quicker, what they did is fetched, so that both can be seen. */
export const record = createEffect(
  (actions = inject(Actions), client = inject(RecordsClient)) =>
    actions.pipe(
      ofType(RecordsPage.stageRecorded, RecordsPage.nothingChanged),
      exhaustMap((sending) =>
        client.record(sending).pipe(
          map((recorded) => RecordsApi.recorded({ recorded })),
          catchError((problem: Problem) =>
            problem.code === 'changed_since_read'
              ? client.history(sending.reference).pipe(map((history) => RecordsApi.overtaken(history)))
              : of(RecordsApi.refused({ problem })),
          ),
          catchError((problem: Problem) => of(RecordsApi.refused({ problem }))),
        ),
      ),
    ),
  { functional: true },
);

export const correct = createEffect(
  (actions = inject(Actions), client = inject(RecordsClient)) =>
    actions.pipe(
      ofType(RecordsPage.corrected),
      exhaustMap((correcting) =>
        client.correct(correcting).pipe(
          map((corrected) => RecordsApi.corrected({ corrected })),
          catchError((problem: Problem) =>
            problem.code === 'changed_since_read'
              ? client.history(correcting.reference).pipe(map((history) => RecordsApi.overtaken(history)))
              : of(RecordsApi.refused({ problem })),
          ),
          catchError((problem: Problem) => of(RecordsApi.refused({ problem }))),
        ),
      ),
    ),
  { functional: true },
);

export const finishCorrection = createEffect(
  (actions = inject(Actions), flash = inject(Flash), router = inject(Router)) =>
    actions.pipe(
      ofType(RecordsApi.corrected),
      tap(({ corrected: { service, record: put } }) => {
        flash.success(
          put
            ? `You corrected a record of ${service.name}: ${stageLabels[put.stage]} from ${formatDate(put.effectiveOn)}`
            : `You withdrew a record of ${service.name}`,
        );
        void router.navigate(['/services', service.reference]);
      }),
    ),
  { functional: true, dispatch: false },
);

/** "You recorded Apply for a pension as Live from 3 May 2026." */
export const finish = createEffect(
  (actions = inject(Actions), drafts = inject(Drafts), flash = inject(Flash), router = inject(Router)) =>
    actions.pipe(
      ofType(RecordsApi.recorded),
      tap(({ recorded: { service, stage, effectiveOn, kind } }) => {
        drafts.clear(service.reference);
        flash.success(
          kind === 'confirmation'
            ? `You confirmed that ${service.name} is ${stageLabels[stage]}, as of ${formatDate(effectiveOn)}`
            : `You recorded ${service.name} as ${stageLabels[stage]} from ${formatDate(effectiveOn)}`,
        );
        void router.navigate(['/services', service.reference]);
      }),
    ),
  { functional: true, dispatch: false },
);

export const discard = createEffect(
  (actions = inject(Actions), drafts = inject(Drafts), router = inject(Router)) =>
    actions.pipe(
      ofType(RecordsPage.discarded),
      tap(({ reference }) => {
        drafts.clear(reference);
        void router.navigate(['/services', reference]);
      }),
    ),
  { functional: true, dispatch: false },
);
