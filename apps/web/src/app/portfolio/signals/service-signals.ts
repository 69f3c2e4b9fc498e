import { Component, computed, inject, input } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import type { Service, SignalledService } from '@headway/contract';
import { type PastChoice, type Problem, signalLabels, signalSentence } from '@headway/domain';
import { GovLink } from '@headway/govuk';
import { catchError, combineLatest, map, of, switchMap } from 'rxjs';
import { PortfolioClient } from '../portfolio.client';

/** Why a service asks for a look, with the dates that caused it; nothing where it does not. */
@Component({
  selector: 'hw-service-signals',
  imports: [GovLink],
  template: `
    @if (found(); as found) {
      @if (found.problem; as problem) {
        <p class="govuk-body">Its signals could not be read. {{ problem.detail ?? problem.title }}</p>
      } @else if (said().length > 0) {
        <h2 class="govuk-heading-m">Signals</h2>
        <ul class="govuk-list govuk-list--bullet">
          @for (one of said(); track one.sentence) {
            <li>
              <strong>{{ one.label }}.</strong> {{ one.sentence }}
            </li>
          }
        </ul>
        <p class="govuk-body">
          <a class="govuk-link" govHref="/portfolio/signals">What the signals mean</a>
        </p>
      }
    }
  `,
})
export class ServiceSignals {
  private readonly client = inject(PortfolioClient);
  /** As it is shown; where it changes, so may its signals. */
  readonly service = input.required<Service>();
  readonly view = input.required<PastChoice>();
  protected readonly found = toSignal(
    combineLatest([toObservable(this.service), toObservable(this.view)]).pipe(
      switchMap(([{ reference }, view]) =>
        this.client.signalsOf(reference, view).pipe(
          map(({ items }): { shown: SignalledService | null; problem: Problem | null } => ({
            shown: items[0] ?? null,
            problem: null,
          })),
          catchError((problem: Problem) => of({ shown: null, problem })),
        ),
      ),
    ),
  );
  protected readonly said = computed(() =>
    (this.found()?.shown?.signals ?? []).map((one) => ({
      label: signalLabels[one.signal],
      sentence: signalSentence(one),
    })),
  );
}
