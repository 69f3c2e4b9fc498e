import { Component, inject } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import type { OrganisationName, Session } from '@headway/contract';
import { Store } from '@ngrx/store';
import { catchError, forkJoin, map, of, switchMap } from 'rxjs';
import { sessionFeature } from '../platform/session/session.feature';
import { QuartersClient } from './quarters.client';

/** For whoever sees no return: whose return covers their organisations, which is that of the one above. */
@Component({
  selector: 'hw-covering-returns',
  template: `
    @for (one of covered(); track one.slug) {
      <p class="govuk-body">The return of {{ one.by }} covers {{ one.name }}.</p>
    }
  `,
})
export class CoveringReturns {
  private readonly client = inject(QuartersClient);
  protected readonly covered = toSignal(
    toObservable(inject(Store).selectSignal(sessionFeature.selectSession)).pipe(
      switchMap((session) => forkJoin(organisationsOf(session).map((one) => this.coveredBy(one)))),
      map((all) => all.flat()),
      // The page stands without.
      catchError(() => of([])),
    ),
    { initialValue: [] },
  );

  private coveredBy({ slug, name }: OrganisationName) {
    return this.client
      .organisation(slug)
      .pipe(map(({ parent }) => (parent ? [{ slug, name, by: parent.name }] : [])));
  }
}

/** Each once, whatever the roles. */
function organisationsOf(session: Session | null): OrganisationName[] {
  const named = session?.grants.flatMap(({ organisation }) => organisation ?? []) ?? [];
  return [...new Map(named.map((one) => [one.slug, one])).values()];
}
