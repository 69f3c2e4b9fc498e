import { Component, input } from '@angular/core';
import { GovLink } from './link';

@Component({
  selector: 'gov-generic-header',
  imports: [GovLink],
  template: `
    <div class="govuk-generic-header">
      <div class="govuk-generic-header__container govuk-width-container">
        <div class="govuk-generic-header__logo">
          <a [govHref]="href()" class="govuk-generic-header__homepage-link">{{ text() }}</a>
        </div>
        <ng-content />
      </div>
    </div>
  `,
})
export class GenericHeader {
  readonly text = input.required<string>();
  readonly href = input('/');
}
