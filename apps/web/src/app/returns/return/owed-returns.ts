import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import type { Return } from '@headway/contract';
import { isOwed, quarterName } from '@headway/domain';
import { GovLink } from '@headway/govuk';
import { catchError, forkJoin, map, of, switchMap } from 'rxjs';
import { canPerson } from '../../platform/session/can-person';
import { ReturnClient } from './return.client';
import { placeOf, returnPath } from './return-path';
import { needsWords } from './return-words';

/** What the returns still need that the person owes, oldest quarter first, and the way there. */
@Component({
  selector: 'hw-owed-returns',
  imports: [GovLink],
  template: `
    @for (line of lines(); track line.path) {
      <p class="govuk-body">
        {{ line.needs }} <a class="govuk-link" [govHref]="line.path">{{ line.text }}</a>
      </p>
    }
  `,
})
export class OwedReturns {
  private readonly client = inject(ReturnClient);
  private readonly can = canPerson();
  private readonly found = toSignal(
    this.openQuarters().pipe(
      switchMap((quarters) => (quarters.length ? forkJoin(quarters.map((id) => this.read(id))) : of([]))),
      map((lists) => lists.flat()),
    ),
    { initialValue: [] },
  );
  protected readonly lines = computed(() =>
    this.found()
      .filter(({ state, organisation }) => isOwed(state) && this.can('prepareReturn', organisation.id))
      .map((one) => ({
        path: returnPath(placeOf(one)),
        needs: needsWords(one),
        text: `Go to the return of ${one.organisation.name} for ${quarterName(one.quarter)}`,
      })),
  );

  /** The page stands without what cannot be read. */
  private read(quarter: string) {
    return this.client.returns(quarter).pipe(
      map(({ items }) => items),
      catchError(() => of<Return[]>([])),
    );
  }

  private openQuarters() {
    return this.client.quarters().pipe(
      map(({ items }) => items.flatMap(({ id, state }) => (state === 'open' ? id : [])).sort()),
      catchError(() => of<string[]>([])),
    );
  }
}
