import { Component } from '@angular/core';
import { Page } from '../page';

@Component({
  selector: 'hw-feedback-page',
  imports: [Page],
  template: `
    <hw-page pageTitle="Feedback">
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-l">Feedback</h1>
          <p class="govuk-body">
            Tell the person who manages Headway in your organisation what works for you and what does not.
            They collect feedback for the team that builds it.
          </p>
          <h2 class="govuk-heading-m">What helps us most</h2>
          <ul class="govuk-list govuk-list--bullet">
            <li>what you were trying to do</li>
            <li>the address of the page, copied from your browser</li>
            <li>what happened, and what you expected instead</li>
            <li>the software that you use to see, hear or move around the page, if any</li>
          </ul>
          <p class="govuk-body">Do not send personal information, or anything marked above OFFICIAL.</p>
          <h2 class="govuk-heading-m">If a figure is wrong</h2>
          <p class="govuk-body">
            Open the services behind the figure, and contact the organisation that recorded them. Each
            service's page says who recorded its stage, and when.
          </p>
        </div>
      </div>
    </hw-page>
  `,
})
export class FeedbackPage {}
