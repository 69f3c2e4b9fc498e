import { inject } from '@angular/core';
import { type CanActivateFn, RedirectCommand, Router } from '@angular/router';
import type { Policy } from '@headway/domain';
import { Store } from '@ngrx/store';
import { canPerson } from './can-person';
import { sessionFeature } from './session.feature';

/** Whoever is not signed in does that first, and then comes back to where they meant to go. */
export const signedIn: CanActivateFn = (_, { url }) => {
  const router = inject(Router);
  const { session, status } = inject(Store).selectSignal(sessionFeature.selectSessionState)();
  if (status === 'away') return instead(router, '/unavailable');
  if (!session)
    return router.createUrlTree(['/sign-in'], { queryParams: url === '/' ? {} : { returnTo: url } });
  if (session.grants.length === 0) return instead(router, '/no-role');
  return true;
};

/** Shows the page of those who may not, at the address that they asked for. */
export function mayDo(policy: Policy): CanActivateFn {
  return () => canPerson()(policy) || instead(inject(Router), '/no-permission');
}

function instead(router: Router, path: string): RedirectCommand {
  return new RedirectCommand(router.parseUrl(path), { skipLocationChange: true });
}
