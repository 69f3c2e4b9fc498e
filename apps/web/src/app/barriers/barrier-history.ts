import { Component, computed, inject, input, signal } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import type { BarrierHistory as History } from '@headway/contract';
import type { Problem } from '@headway/domain';
import { Details } from '@headway/govuk';
import { EMPTY, catchError, switchMap } from 'rxjs';
import { turnsOf } from './barrier-words';
import { BarriersClient } from './barriers.client';

/** How a barrier came to stand as it does, fetched once somebody looks. */
@Component({
  selector: 'hw-barrier-history',
  imports: [Details],
  template: `
    <gov-details summary="History of this barrier" [(open)]="open">
      @if (problem(); as problem) {
        <p class="govuk-body">{{ problem.detail ?? problem.title }}</p>
      }
      <ul class="govuk-list govuk-list--spaced">
        @for (turn of turns(); track $index) {
          <li>
            @for (change of turn.changes; track $index) {
              <span class="hw-lines hw-turn">{{ change }}</span>
              &ngsp;
            }
            <span class="hw-quiet hw-second-line">{{ turn.byline }}</span>
          </li>
        }
      </ul>
    </gov-details>
  `,
})
export class BarrierHistory {
  private readonly client = inject(BarriersClient);
  readonly id = input.required<string>();
  /** What is read again where it moves. */
  readonly version = input.required<number>();
  protected readonly open = signal(false);
  private readonly items = signal<History['items']>([]);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly turns = computed(() => turnsOf(this.items()));

  constructor() {
    const { client, problem } = this;
    const wanted = computed(() => (this.open() ? { id: this.id(), version: this.version() } : null));
    toObservable(wanted)
      .pipe(
        switchMap((asked) =>
          asked
            ? client.history(asked.id).pipe(
                catchError((failed: Problem) => {
                  problem.set(failed);
                  return EMPTY;
                }),
              )
            : EMPTY,
        ),
        takeUntilDestroyed(),
      )
      .subscribe(({ items }) => {
        problem.set(null);
        this.items.set(items);
      });
  }
}
