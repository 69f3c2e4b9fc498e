import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FallingConfidence as Falling } from '@headway/contract';
import {
  fallingConfidenceDefinition,
  fallingConfidenceLabel,
  fallingConfidenceSentence,
} from '@headway/domain';

/** The signal of organisations: who was less confident in the last return, with both answers and a way to it. */
@Component({
  selector: 'hw-falling-confidence',
  imports: [RouterLink],
  template: `
    <h2 class="govuk-heading-m">{{ label }}</h2>
    <p class="govuk-body">{{ definition }}</p>
    @if (lines().length) {
      <ul class="govuk-list govuk-list--spaced">
        @for (line of lines(); track line.slug) {
          <li>
            <a class="govuk-link" [routerLink]="['/departments', line.slug]">{{ line.name }}</a>
            <span class="hw-second-line">{{ line.sentence }}</span>
          </li>
        }
      </ul>
    } @else {
      <p class="govuk-body">No organisation’s confidence fell.</p>
    }
  `,
})
export class FallingConfidence {
  readonly falling = input.required<readonly Falling[]>();
  protected readonly label = fallingConfidenceLabel;
  protected readonly definition = fallingConfidenceDefinition;
  protected readonly lines = computed(() =>
    this.falling().map(({ organisation: { slug, name }, before, now }) => ({
      ...{ slug, name },
      sentence: fallingConfidenceSentence(before, now),
    })),
  );
}
