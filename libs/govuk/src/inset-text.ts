import { Component } from '@angular/core';

@Component({
  selector: 'gov-inset-text',
  template: `<div class="govuk-inset-text"><ng-content /></div>`,
})
export class InsetText {}
