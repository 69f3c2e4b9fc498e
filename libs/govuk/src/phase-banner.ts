import { Component, input } from '@angular/core';

@Component({
  selector: 'gov-phase-banner',
  template: `
    <div class="govuk-phase-banner govuk-width-container">
      <p class="govuk-phase-banner__content">
        <strong class="govuk-tag govuk-phase-banner__content__tag">{{ tag() }}</strong>
        <span class="govuk-phase-banner__text"><ng-content /></span>
      </p>
    </div>
  `,
})
export class PhaseBanner {
  readonly tag = input.required<string>();
}
