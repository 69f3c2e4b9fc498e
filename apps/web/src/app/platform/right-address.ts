import { HttpClient } from '@angular/common/http';
import { inject } from '@angular/core';
import { type ActivatedRouteSnapshot, type CanActivateFn, PRIMARY_OUTLET, Router } from '@angular/router';
import type { Service } from '@headway/contract';
import { catchError, firstValueFrom, map, of } from 'rxjs';

/**
 * People type addresses, and copy them from documents: in another case, or with a space round a reference. They go on
 * to the address that the page has, as pages compare what they read with what their address says.
 */
export const rightAddress: CanActivateFn = async (_, { root, url }) => {
  const [router, http] = [inject(Router), inject(HttpClient)];
  const tree = router.parseUrl(url);
  const segments = tree.root.children[PRIMARY_OUTLET]?.segments ?? [];
  let wrong = false;
  for (const [n, name] of namesIn(root).entries()) {
    const segment = segments[n];
    if (!segment || !name.startsWith(':')) continue;
    const right = name === ':reference' ? await referenceOf(http, segment.path) : idOf(segment.path);
    wrong ||= right !== segment.path;
    segment.path = right;
  }
  return wrong ? tree : true;
};

/** What the routes call each part of the path. */
function namesIn(root: ActivatedRouteSnapshot): string[] {
  const names: string[] = [];
  for (let route: ActivatedRouteSnapshot | null = root; route; route = route.firstChild)
    if (route.url.length > 0) names.push(...(route.routeConfig?.path ?? '').split('/'));
  return names;
}

/** Quarters have a capital Q; slugs, ids and words of ours have no capitals. */
function idOf(written: string): string {
  const id = written.trim().toLowerCase();
  return /^\d{4}-\d\d-q\d$/.test(id) ? id.toUpperCase() : id;
}

/** A department's own references may be of any case: only the API knows which. */
async function referenceOf(http: HttpClient, written: string): Promise<string> {
  if (written === written.trim().toUpperCase()) return written;
  return firstValueFrom(
    http.get<Service>(`/api/services/${encodeURIComponent(written.trim())}`).pipe(
      map(({ reference }) => reference),
      // What is wrong is said by the page itself.
      catchError(() => of(written)),
    ),
  );
}
