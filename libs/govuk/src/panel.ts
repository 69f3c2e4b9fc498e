import { Component, input } from '@angular/core';

@Component({
  selector: 'gov-panel',
  host: { '[attr.title]': 'null' },
  template: `
    <div class="govuk-panel govuk-panel--confirmation">
      <h1 class="govuk-panel__title">{{ title() }}</h1>
      <div class="govuk-panel__body"><ng-content /></div>
    </div>
  `,
})
export class Panel {
  readonly title = input.required<string>();
}
