import { Component, computed, inject, input } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import type { Return } from '@headway/contract';
import { quarterName } from '@headway/domain';
import { GovLink } from '@headway/govuk';
import { catchError, combineLatest, filter, forkJoin, map, of, startWith, switchMap } from 'rxjs';
import { Events } from '../../platform/events';
import { ReturnStateTag } from '../../platform/return-state-tag';
import { Today } from '../../platform/today';
import { ReturnClient } from './return.client';
import { placeOf, returnPath } from './return-path';
import { dueWords } from './return-words';

/** How far an organisation has got with its return of each quarter that is open; nothing where it owes none. */
@Component({
  selector: 'hw-organisation-return',
  imports: [GovLink, ReturnStateTag],
  template: `
    @for (line of lines(); track line.path) {
      <p class="govuk-body hw-stage-line">
        <a class="govuk-link" [govHref]="line.path">{{ line.name }}</a>
        &ngsp;
        <hw-return-state-tag [state]="line.state" />
        &ngsp;
        <span class="hw-quiet">{{ line.due }}</span>
      </p>
    }
  `,
})
export class OrganisationReturn {
  private readonly client = inject(ReturnClient);
  private readonly today = inject(Today).date;
  readonly slug = input.required<string>();
  private readonly found = toSignal(
    combineLatest([
      toObservable(this.slug),
      inject(Events).changes.pipe(
        filter(
          ({ kind, subject }) =>
            (kind === 'return.changed' && subject === this.slug()) || kind === 'quarter.changed',
        ),
        startWith(null),
      ),
    ]).pipe(switchMap(([slug]) => this.read(slug))),
    { initialValue: [] },
  );
  protected readonly lines = computed(() => {
    const today = this.today();
    return this.found().map((one) => ({
      name: `Return for ${quarterName(one.quarter)}`,
      path: returnPath(placeOf(one)),
      state: one.state,
      due: dueWords(one, today),
    }));
  });

  /** One that owes no return has none; what cannot be read leaves the rest of the page as it is. */
  private read(slug: string) {
    return this.client.quarters().pipe(
      map(({ items }) => items.filter(({ state }) => state === 'open')),
      switchMap((open) =>
        open.length === 0
          ? of([])
          : forkJoin(
              open.map(({ id }) => this.client.one({ quarter: id, slug }).pipe(catchError(() => of(null)))),
            ),
      ),
      map((all) => all.filter((one): one is Return => one !== null)),
      catchError(() => of([])),
    );
  }
}
