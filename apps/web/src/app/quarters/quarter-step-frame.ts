import { Component, input } from '@angular/core';
import type { Problem } from '@headway/domain';
import type { SummaryError } from '@headway/govuk';
import { Page } from '../platform/page';
import type { QuarterStep } from './quarter-step';

/** What the page of a step stands in: its title, the way back, what is wrong, and the width that is well read. */
@Component({
  selector: 'hw-quarter-step-frame',
  imports: [Page],
  template: `
    <hw-page
      [pageTitle]="heading()"
      section="Quarters"
      [back]="step().back()"
      [errors]="errors()"
      [problem]="problem()"
      [loading]="!step().loaded()"
      (retry)="step().load()"
    >
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds"><ng-content /></div>
      </div>
    </hw-page>
  `,
})
export class QuarterStepFrame {
  readonly heading = input.required<string>();
  readonly step = input.required<QuarterStep>();
  readonly errors = input.required<readonly SummaryError[]>();
  readonly problem = input.required<Problem | null>();
}
