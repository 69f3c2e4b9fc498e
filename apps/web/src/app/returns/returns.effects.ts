import { inject } from '@angular/core';
import { Router } from '@angular/router';
import type { Session } from '@headway/contract';
import { type Problem, can, londonDate } from '@headway/domain';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { Store } from '@ngrx/store';
import { catchError, distinctUntilChanged, exhaustMap, filter, map, of, switchMap, tap } from 'rxjs';
import { problemOf } from '../platform/problem';
import { SessionApi } from '../platform/session/session.actions';
import { SessionClient } from '../platform/session/session.client';
import { sessionFeature } from '../platform/session/session.feature';
import { dayMeant } from './days';
import { KeptWork } from './kept';
import { ReturnsApi, ReturnsPage } from './returns.actions';
import { ReturnsClient, type Scope } from './returns.client';
import { returnsFeature } from './returns.feature';

export const restore = createEffect(
  (actions = inject(Actions), kept = inject(KeptWork)) =>
    actions.pipe(
      ofType(ReturnsPage.opened),
      map((place) => ReturnsApi.restored({ kept: kept.read(place) })),
    ),
  { functional: true },
);

export const keep = createEffect(
  (store = inject(Store), work = inject(KeptWork)) =>
    store.select(returnsFeature.selectKept).pipe(
      filter((work) => work !== null),
      tap(({ place, kept }) => work.keep(place, kept)),
    ),
  { functional: true, dispatch: false },
);

export const follow = createEffect(
  (actions = inject(Actions), work = inject(KeptWork)) =>
    actions.pipe(
      ofType(ReturnsPage.opened),
      distinctUntilChanged((a, b) => a.person === b.person && a.quarter === b.quarter),
      switchMap((place) => work.elsewhere(place)),
      map((kept) => ReturnsApi.keptElsewhere({ kept })),
    ),
  { functional: true },
);

export const load = createEffect(
  (actions = inject(Actions), client = inject(ReturnsClient), store = inject(Store)) => {
    const session = store.selectSignal(sessionFeature.selectSession);
    const quarter = store.selectSignal(returnsFeature.selectQuarter);
    return actions.pipe(
      ofType(ReturnsPage.opened, ReturnsPage.changedElsewhere),
      switchMap(() =>
        client.services(scopeOf(session()!, quarter()!)).pipe(
          map((found) => found.filter(({ organisation }) => can(session()!, 'recordStage', organisation.id))),
          map((services) => ReturnsApi.loaded({ services })),
          catchError((problem: Problem) => of(ReturnsApi.loadFailed({ problem }))),
        ),
      ),
    );
  },
  { functional: true },
);

/** A past quarter is about how things stood at its end. */
function scopeOf({ grants }: Session, quarter: string): Scope {
  const today = londonDate(new Date());
  const on = dayMeant(quarter, today);
  const own = grants.filter((grant) => can({ grants: [grant] }, 'recordStage'));
  return {
    organisations: own.flatMap(({ organisation }) => organisation?.slug ?? []),
    on: on < today ? on : null,
  };
}

/** Somebody else may have signed in by another tab since: what is one person's is not sent as another's. */
export const send = createEffect(
  (
    actions = inject(Actions),
    client = inject(ReturnsClient),
    sessions = inject(SessionClient),
    store = inject(Store),
  ) => {
    const me = store.selectSignal(returnsFeature.selectPerson);
    return actions.pipe(
      ofType(ReturnsPage.sent, ReturnsPage.undone),
      exhaustMap(({ type, rows, attempt }) =>
        sessions.load().pipe(
          switchMap(({ person }) => {
            if (person.id !== me()) throw problemOf('not_allowed', elseSignedIn(person.name));
            return client.send({ records: [...rows] }, attempt.key);
          }),
          map((result) =>
            type === ReturnsPage.sent.type
              ? ReturnsApi.recorded({ result })
              : ReturnsApi.withdrawn({ result }),
          ),
          catchError((problem: Problem) =>
            of(
              ...(problem.code === 'not_signed_in' ? [SessionApi.expired()] : []),
              ReturnsApi.refused({ problem, rows }),
            ),
          ),
        ),
      ),
    );
  },
  { functional: true },
);

function elseSignedIn(name: string): string {
  return `${name} has signed in on this computer since. Sign in as yourself, then try again.`;
}

export const finish = createEffect(
  (actions = inject(Actions), store = inject(Store), router = inject(Router)) => {
    const quarter = store.selectSignal(returnsFeature.selectQuarter);
    return actions.pipe(
      ofType(ReturnsApi.recorded),
      tap(() => void router.navigate(['/return', quarter(), 'done'])),
    );
  },
  { functional: true, dispatch: false },
);
