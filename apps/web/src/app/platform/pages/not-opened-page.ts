import { Component, inject } from '@angular/core';
import { FailedLoad } from '../failed-load';
import { FailedLoadText } from '../failed-load-text';
import { Page } from '../page';

/** The first page of a visit whose code could not be fetched. It comes with the application itself. */
@Component({
  selector: 'hw-not-opened-page',
  imports: [FailedLoadText, Page],
  template: `
    <hw-page pageTitle="This page could not be opened">
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-l">This page could not be opened</h1>
          @if (failure(); as failure) {
            <hw-failed-load-text [failure]="failure" linkClass="govuk-link" />
          }
        </div>
      </div>
    </hw-page>
  `,
})
export class NotOpenedPage {
  protected readonly failure = inject(FailedLoad).shown;
}
