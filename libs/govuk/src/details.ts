import { Component, input, model } from '@angular/core';

@Component({
  selector: 'gov-details',
  template: `
    <details #box class="govuk-details" [open]="open()" (toggle)="open.set(box.open)">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{{ summary() }}</span>
      </summary>
      <div class="govuk-details__text"><ng-content /></div>
    </details>
  `,
})
export class Details {
  readonly summary = input.required<string>();
  readonly open = model(false);
}
