import { Component, input } from '@angular/core';
import type { SummaryError } from '@headway/govuk';
import { Page } from '../../platform/page';
import type { OpenedReturn } from './opened';

/** What a step beneath a return stands in: the way back to it, whose it is, and what the step is. */
@Component({
  selector: 'hw-return-step',
  imports: [Page],
  host: { '[attr.title]': 'null' },
  template: `
    <hw-page
      [pageTitle]="title()"
      [section]="'Return for ' + opened().name()"
      [back]="opened().home()"
      [problem]="opened().state().problem"
      (retry)="opened().open()"
      [errors]="errors()"
      [loading]="!opened().found()"
    >
      @if (opened().found(); as found) {
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <span class="govuk-caption-l">{{ found.organisation.name }}, {{ opened().name() }}</span>
            <h1 class="govuk-heading-l">{{ title() }}</h1>
            <ng-content />
          </div>
        </div>
      }
    </hw-page>
  `,
})
export class ReturnStep {
  readonly opened = input.required<OpenedReturn>();
  readonly title = input.required<string>();
  readonly errors = input<readonly SummaryError[]>([]);
}
