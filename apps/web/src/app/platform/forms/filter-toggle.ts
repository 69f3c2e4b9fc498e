import { Component, model } from '@angular/core';
import { Button } from '@headway/govuk';

/** Shows and hides the element `filter`: on a narrow screen only, as elsewhere it is always there. */
@Component({
  selector: 'hw-filter-toggle',
  imports: [Button],
  template: `
    <button
      gov-button
      buttonType="button"
      variant="secondary"
      class="hw-filter-toggle"
      aria-controls="filter"
      [attr.aria-expanded]="open()"
      (click)="open.set(!open())"
    >
      {{ open() ? 'Hide filter' : 'Show filter' }}
    </button>
  `,
})
export class FilterToggle {
  readonly open = model.required<boolean>();
}
