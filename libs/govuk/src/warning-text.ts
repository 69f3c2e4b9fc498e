import { Component, input } from '@angular/core';

@Component({
  selector: 'gov-warning-text',
  template: `
    <div class="govuk-warning-text">
      <span class="govuk-warning-text__icon" aria-hidden="true">!</span>
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{{ fallback() }}</span>
        <ng-content />
      </strong>
    </div>
  `,
})
export class WarningText {
  readonly fallback = input('Warning');
}
