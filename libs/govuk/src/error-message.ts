import { Component } from '@angular/core';

@Component({
  selector: 'p[gov-error-message]',
  host: { class: 'govuk-error-message' },
  template: `<span class="govuk-visually-hidden">Error:</span>&ngsp;<ng-content />`,
})
export class ErrorMessage {}
