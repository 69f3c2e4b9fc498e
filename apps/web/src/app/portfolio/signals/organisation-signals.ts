import { Component, computed, inject, input } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import type { Signals } from '@headway/contract';
import {
  type Counts,
  type Problem,
  fallingConfidenceLabel,
  fallingConfidenceSentence,
  present,
  signalLabels,
  signals,
  signalsHeadline,
} from '@headway/domain';
import { catchError, combineLatest, map, of, switchMap } from 'rxjs';
import { PortfolioClient } from '../portfolio.client';
import { type SignalsView, signalParams } from './signals.view';

/** How many services of an organisation ask for a look, and why, each number a link to those services. */
@Component({
  selector: 'hw-organisation-signals',
  imports: [RouterLink],
  template: `
    @if (found(); as found) {
      <h2 class="govuk-heading-m">Signals</h2>
      @if (found.problem; as problem) {
        <p class="govuk-body">The signals could not be read. {{ problem.detail ?? problem.title }}</p>
      } @else {
        <p class="govuk-body">{{ headline() }}</p>
        @if (lines().length > 0) {
          <ul class="govuk-list govuk-list--bullet">
            @for (line of lines(); track line.label) {
              <li>
                {{ line.label }}:
                <a
                  class="govuk-link"
                  routerLink="/portfolio/signals"
                  fragment="services"
                  [queryParams]="line.params"
                  >{{ line.services
                  }}<span class="govuk-visually-hidden"> services, {{ line.label }}</span></a
                >
              </li>
            }
          </ul>
        }
        @for (line of falling(); track line) {
          <p class="govuk-body">
            <strong>{{ label }}.</strong> {{ line }}
          </p>
        }
      }
    }
  `,
})
export class OrganisationSignals {
  private readonly client = inject(PortfolioClient);
  readonly slug = input.required<string>();
  /** Its figures as they are shown; where they change, so may its signals. */
  readonly counts = input.required<Counts>();
  private readonly view = computed((): SignalsView => ({
    chosen: { ...present, organisation: [this.slug()], audience: null, compareWith: null },
    signal: null,
    page: 1,
  }));
  protected readonly found = toSignal(
    combineLatest([toObservable(this.view), toObservable(this.counts)]).pipe(
      switchMap(([view]) =>
        this.client.signals(view).pipe(
          map((read): { read: Signals | null; problem: Problem | null } => ({ read, problem: null })),
          catchError((problem: Problem) => of({ read: null, problem })),
        ),
      ),
    ),
  );
  protected readonly headline = computed(() => signalsHeadline(this.found()!.read!.total));
  protected readonly label = fallingConfidenceLabel;
  /** Its own, not that of an agency with a return of its own. */
  protected readonly falling = computed(() =>
    this.found()!
      .read!.confidenceFalling.filter(({ organisation }) => organisation.slug === this.slug())
      .map(({ before, now }) => fallingConfidenceSentence(before, now)),
  );
  protected readonly lines = computed(() => {
    const total = this.found()!.read!.total;
    return signals
      .filter((signal) => total[signal] > 0)
      .map((signal) => ({
        label: signalLabels[signal],
        services: total[signal].toLocaleString('en-GB'),
        params: signalParams(this.view(), signal),
      }));
  });
}
