import { Component, DOCUMENT, inject } from '@angular/core';

/** In the place of a part of a page whose code is missing, while the rest of the page is there. */
@Component({
  selector: 'hw-code-missing',
  template: `
    <p class="govuk-body">
      <strong>This part of the page could not be loaded.</strong>
      <button type="button" class="hw-link-button" (click)="document.defaultView!.location.reload()">
        Try again
      </button>
    </p>
  `,
})
export class CodeMissing {
  protected readonly document = inject(DOCUMENT);
}
