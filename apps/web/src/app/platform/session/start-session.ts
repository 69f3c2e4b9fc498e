import { inject } from '@angular/core';
import { Store } from '@ngrx/store';
import { filter, firstValueFrom } from 'rxjs';
import { SessionPage } from './session.actions';
import { sessionFeature } from './session.feature';

/** Knows who is there before the first route is chosen. */
export function startSession(): Promise<unknown> {
  const store = inject(Store);
  store.dispatch(SessionPage.opened());
  return firstValueFrom(
    store.select(sessionFeature.selectStatus).pipe(filter((status) => status !== 'unknown')),
  );
}
