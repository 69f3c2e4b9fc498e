import { Component, computed, inject, input } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import type { Return } from '@headway/contract';
import { isOwed, quarterName } from '@headway/domain';
import { GovLink } from '@headway/govuk';
import { catchError, map, of, switchMap } from 'rxjs';
import { canPerson } from '../../platform/session/can-person';
import { ReturnClient } from './return.client';
import { placeOf, returnPath } from './return-path';

/** The way from the table of services on to the returns that the person still owes for its quarter. */
@Component({
  selector: 'hw-owed-returns',
  imports: [GovLink],
  template: `
    @for (line of lines(); track line.path) {
      <p class="govuk-body">
        <a class="govuk-link" [govHref]="line.path">{{ line.text }}</a>
      </p>
    }
  `,
})
export class OwedReturns {
  private readonly client = inject(ReturnClient);
  private readonly can = canPerson();
  readonly quarter = input.required<string>();
  private readonly found = toSignal(
    toObservable(this.quarter).pipe(
      switchMap((quarter) =>
        this.client.returns(quarter).pipe(
          map(({ items }) => items),
          // A quarter that was never opened has none, and the table works without.
          catchError(() => of<Return[]>([])),
        ),
      ),
    ),
    { initialValue: [] },
  );
  protected readonly lines = computed(() =>
    this.found()
      .filter(({ state, organisation }) => isOwed(state) && this.can('prepareReturn', organisation.id))
      .map((one) => ({
        path: returnPath(placeOf(one)),
        text: `Go to the return of ${one.organisation.name} for ${quarterName(one.quarter)}`,
      })),
  );
}
