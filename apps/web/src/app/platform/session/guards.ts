import { inject } from '@angular/core';
import { type CanActivateFn, RedirectCommand, Router } from '@angular/router';
import type { Policy } from '@headway/domain';
import { Store } from '@ngrx/store';
import { canPerson } from './can-person';
import { type SessionState, sessionFeature } from './session.feature';
import { sessionKnown } from './start-session';

/** Whoever is not signed in does that first, and then comes back to where they meant to go. */
export const signedIn: CanActivateFn = (_, { url }) => {
  const [router, store] = [inject(Router), inject(Store)];
  const state = store.selectSignal(sessionFeature.selectSessionState);
  // Unknown still where somebody comes from a page that does not ask.
  if (state().status === 'unknown') return sessionKnown(store).then(() => admitted(router, state(), url));
  return admitted(router, state(), url);
};

function admitted(router: Router, { session, status }: SessionState, url: string) {
  if (status === 'away') return instead(router, '/unavailable');
  if (!session)
    return router.createUrlTree(['/sign-in'], { queryParams: url === '/' ? {} : { returnTo: url } });
  if (session.grants.length === 0) return instead(router, '/no-role');
  return true;
}

/** Shows the page of those who may not, at the address that they asked for. */
export function mayDo(...anyOf: readonly Policy[]): CanActivateFn {
  return () => {
    const can = canPerson();
    return anyOf.some((policy) => can(policy)) || instead(inject(Router), '/no-permission');
  };
}

function instead(router: Router, path: string): RedirectCommand {
  return new RedirectCommand(router.parseUrl(path), { skipLocationChange: true });
}
