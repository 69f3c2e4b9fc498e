import { Component, input } from '@angular/core';
import { GovLink } from './link';

@Component({
  selector: 'gov-back-link',
  imports: [GovLink],
  template: `<a [govHref]="href()" class="govuk-back-link">{{ text() }}</a>`,
})
export class BackLink {
  readonly href = input.required<string>();
  readonly text = input('Back');
}
