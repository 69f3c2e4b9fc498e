import { Component, DOCUMENT, inject, output } from '@angular/core';

/** In the place of a part of a page that could not be fetched, while the rest of the page is there. */
@Component({
  selector: 'hw-part-failed',
  template: `
    <p class="govuk-body">
      <strong>This part of the page could not be loaded.</strong>
      <button type="button" class="hw-link-button" (click)="retry.emit()">Try again</button>
    </p>
  `,
})
export class PartFailed {
  readonly retry = output();
}

/** The same where its code is missing: that takes a whole page load. */
@Component({
  selector: 'hw-code-missing',
  imports: [PartFailed],
  template: `<hw-part-failed (retry)="document.defaultView!.location.reload()" />`,
})
export class CodeMissing {
  protected readonly document = inject(DOCUMENT);
}
