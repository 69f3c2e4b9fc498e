import { Component, computed, effect, inject, input, signal } from '@angular/core';
import type { StageRecord } from '@headway/contract';
import { type CalendarDate, type Problem, formatDate, present, stageLabels } from '@headway/domain';
import { WarningText } from '@headway/govuk';
import { ServicesClient } from './services.client';

/** The confirmations that fall away where a service closes on a date: it was not there to be confirmed. */
@Component({
  selector: 'hw-falling-confirmations',
  imports: [WarningText],
  template: `
    @if (problem(); as problem) {
      <p class="govuk-body">
        The confirmations that would fall away could not be read. {{ problem.detail ?? problem.title }}
      </p>
    }
    @for (words of falling(); track words) {
      <gov-warning-text>{{ words }}</gov-warning-text>
    }
  `,
})
export class FallingConfirmations {
  private readonly client = inject(ServicesClient);
  readonly reference = input.required<string>();
  /** The day from which it is closed, as far as it is typed. */
  readonly on = input.required<CalendarDate | null>();
  protected readonly problem = signal<Problem | null>(null);
  private readonly records = signal<readonly StageRecord[]>([]);
  protected readonly falling = computed(() => {
    const on = this.on();
    if (on === null) return [];
    return this.records()
      .filter(
        ({ confirms, correction, fallen }) => confirms !== null && correction === null && fallen === null,
      )
      .filter(({ effectiveOn }) => effectiveOn >= on)
      .map(
        ({ recordedBy, stage, effectiveOn }) =>
          `${recordedBy} confirmed ${stageLabels[stage]} on ${formatDate(effectiveOn)}. ` +
          'That falls away, as the service is closed on that day.',
      );
  });

  constructor() {
    effect((cleanUp) => {
      const reading = this.client.history(this.reference(), present).subscribe({
        next: ({ items }) => this.records.set(items),
        error: (problem: Problem) => this.problem.set(problem),
      });
      cleanUp(() => reading.unsubscribe());
    });
  }
}
