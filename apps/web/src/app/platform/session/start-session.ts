import { DOCUMENT, inject } from '@angular/core';
import { Store } from '@ngrx/store';
import { filter, firstValueFrom } from 'rxjs';
import { SessionPage } from './session.actions';
import { sessionFeature } from './session.feature';

/** Pages on which it must not even be asked who is there: whoever answers a survey stays unknown. */
const unasked = /^\/pulse\/survey\//;

/** Knows who is there before the first route is chosen, except where nobody may know. */
export function startSession(): Promise<unknown> | void {
  if (!unasked.test(inject(DOCUMENT).location.pathname)) return sessionKnown(inject(Store));
}

/** Asks who is there, unless that is known already. */
export function sessionKnown(store: Store): Promise<unknown> {
  const status = store.selectSignal(sessionFeature.selectStatus);
  if (status() === 'unknown') store.dispatch(SessionPage.opened());
  return firstValueFrom(
    store.select(sessionFeature.selectStatus).pipe(filter((status) => status !== 'unknown')),
  );
}
