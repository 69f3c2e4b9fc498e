import { Component, input } from '@angular/core';
import { GovLink } from './link';

/** Without `href` it is the page itself. */
export interface Breadcrumb {
  readonly text: string;
  readonly href?: string;
}

@Component({
  selector: 'gov-breadcrumbs',
  imports: [GovLink],
  template: `
    <nav class="govuk-breadcrumbs" aria-label="Breadcrumb">
      <ol class="govuk-breadcrumbs__list">
        @for (item of items(); track item.text) {
          @if (item.href) {
            <li class="govuk-breadcrumbs__list-item">
              <a class="govuk-breadcrumbs__link" [govHref]="item.href">{{ item.text }}</a>
            </li>
          } @else {
            <li class="govuk-breadcrumbs__list-item" aria-current="page">{{ item.text }}</li>
          }
        }
      </ol>
    </nav>
  `,
})
export class Breadcrumbs {
  readonly items = input.required<readonly Breadcrumb[]>();
}
