import { Component, computed, inject, input, signal } from '@angular/core';
import { type ImportMapping, importColumns } from '@headway/contract';
import type { Problem } from '@headway/domain';
import { Button, Details, ErrorMessage } from '@headway/govuk';
import { Announcer } from '../platform/announcer';
import { ImportsClient } from './imports.client';

/** What was said that columns mean, each with a way to forget it. */
@Component({
  selector: 'hw-remembered-columns',
  imports: [Button, Details, ErrorMessage],
  template: `
    @for (one of shown(); track one.name) {
      <gov-details [summary]="'What columns mean in files of ' + one.name">
        <ul class="govuk-list govuk-list--bullet">
          @for (column of one.columns; track column.heading) {
            <li>{{ column.heading }} is {{ column.meaning }}</li>
          }
        </ul>
        @if (problem(); as problem) {
          <p gov-error-message>{{ problem.detail ?? problem.title }}</p>
        }
        <button gov-button buttonType="button" variant="secondary" (click)="forget(one.slug)">
          Forget these<span class="govuk-visually-hidden"> columns of {{ one.name }}</span>
        </button>
      </gov-details>
    }
  `,
})
export class RememberedColumns {
  private readonly client = inject(ImportsClient);
  private readonly announcer = inject(Announcer);
  readonly mappings = input.required<readonly ImportMapping[]>();
  private readonly forgotten = signal<readonly (string | null)[]>([]);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly shown = computed(() =>
    this.mappings()
      .map(({ organisation, columns }) => ({
        slug: organisation?.slug ?? null,
        name: organisation?.name ?? 'all of government',
        columns: Object.entries(columns).map(([heading, column]) => ({
          heading,
          meaning: column === null ? 'left out' : importColumns[column],
        })),
      }))
      .filter(({ slug }) => !this.forgotten().includes(slug)),
  );

  protected forget(slug: string | null): void {
    this.problem.set(null);
    this.client.forget(slug).subscribe({
      next: () => {
        this.forgotten.update((all) => [...all, slug]);
        this.announcer.say('Forgotten');
      },
      error: (problem: Problem) => this.problem.set(problem),
    });
  }
}
