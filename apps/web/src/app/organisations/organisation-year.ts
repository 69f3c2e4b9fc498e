import { Component, computed, inject, input } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import {
  type Comparison,
  changeSince,
  formatDate,
  liveOrBeyond,
  recorded,
  yearsBefore,
} from '@headway/domain';
import { catchError, combineLatest, of, switchMap } from 'rxjs';
import { Today } from '../platform/today';
import { OrganisationsClient } from './organisations.client';

/** Fewer are told by their number, not by their share. */
const fewServices = 10;

/**
 * How an organisation has changed in a year. Across a merge, a split or a move the same services are compared: those
 * that it and what is below it have today, on both dates.
 */
@Component({
  selector: 'hw-organisation-year',
  template: `
    @if (change(); as change) {
      <p class="govuk-body">
        {{ change }} Both dates are by today’s departments: services count with whoever has them now.
      </p>
    }
  `,
})
export class OrganisationYear {
  private readonly client = inject(OrganisationsClient);
  private readonly today = inject(Today).date;
  readonly slug = input.required<string>();
  private readonly portfolio = toSignal(
    combineLatest([toObservable(this.slug), toObservable(this.today)]).pipe(
      switchMap(([slug, today]) =>
        this.client.sinceBy(slug, yearsBefore(today, 1)).pipe(catchError(() => of(null))),
      ),
    ),
  );
  protected readonly change = computed(() => {
    const comparison = this.portfolio()?.comparison;
    return comparison ? changeWords(comparison) : null;
  });
}

/** "Since 30 November 2025 the share that is live or beyond is 1 point up; …", or how many of few. */
export function changeWords(comparison: Comparison): string {
  const { before, after } = comparison.overall;
  if (Math.max(before.services, after.services) >= fewServices) return changeSince(comparison);
  const of = (counts: typeof after) => `${liveOrBeyond(counts)} of ${recorded(counts)}`;
  if (recorded(after) === 0) return '';
  return `${of(after)} recorded services are live or beyond; it was ${of(before)} on ${formatDate(comparison.with)}.`;
}
