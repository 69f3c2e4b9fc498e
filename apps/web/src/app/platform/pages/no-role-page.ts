import { Component, inject } from '@angular/core';
import { Store } from '@ngrx/store';
import { Page } from '../page';
import { sessionFeature } from '../session/session.feature';

@Component({
  selector: 'hw-no-role-page',
  imports: [Page],
  template: `
    <hw-page pageTitle="You do not have a role yet">
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-l">You are signed in but have no role yet</h1>
          <p class="govuk-body">
            You signed in as {{ session()?.person?.name }} ({{ session()?.person?.email }}). Headway shows
            nothing to people without a role.
          </p>
          <p class="govuk-body">
            Ask the person who manages Headway in your organisation to give you one. It works from your next
            page.
          </p>
        </div>
      </div>
    </hw-page>
  `,
})
export class NoRolePage {
  protected readonly session = inject(Store).selectSignal(sessionFeature.selectSession);
}
