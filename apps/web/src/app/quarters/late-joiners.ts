import { Component, input, output } from '@angular/core';
import type { OrganisationName } from '@headway/contract';
import { Button } from '@headway/govuk';

/** Organisations that came after the quarter was opened; each is asked for a return in one click. */
@Component({
  selector: 'hw-late-joiners',
  imports: [Button],
  template: `
    <h2 class="govuk-heading-m">Organisations without a return</h2>
    <p class="govuk-body">They have services by now, but had none when the quarter was opened.</p>
    <ul class="govuk-list hw-token-list">
      @for (one of missing(); track one.slug) {
        <li>
          <span>{{ one.name }}</span>
          <button
            gov-button
            buttonType="button"
            variant="secondary"
            class="hw-flush"
            [attr.aria-disabled]="sending() || null"
            (click)="asked.emit(one)"
          >
            Ask for a return<span class="govuk-visually-hidden"> of {{ one.name }}</span>
          </button>
        </li>
      }
    </ul>
  `,
})
export class LateJoiners {
  readonly missing = input.required<readonly OrganisationName[]>();
  readonly sending = input(false);
  readonly asked = output<OrganisationName>();
}
