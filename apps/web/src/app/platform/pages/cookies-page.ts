import { Component } from '@angular/core';
import { Page } from '../page';

@Component({
  selector: 'hw-cookies-page',
  imports: [Page],
  template: `
    <hw-page pageTitle="Cookies">
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-l">Cookies</h1>
          <p class="govuk-body">Cookies are small files saved on your device when you use a website.</p>
          <p class="govuk-body">
            Headway uses one cookie. It is essential: without it you could not stay signed in. Headway does
            not measure how you use it, and no cookie comes from anyone else.
          </p>
          <p class="govuk-body">
            The pulse survey uses no cookie at all. What you have not sent yet, there and elsewhere, is kept
            in your browser so that a reload does not lose it, and goes once it is sent, or after 14 days.
            When you sign out, Headway tells you what is still kept and lets you delete it.
          </p>
          <div class="hw-scroll" role="region" aria-label="Essential cookies" tabindex="0">
            <table class="govuk-table">
              <caption class="govuk-table__caption govuk-table__caption--m">
                Essential cookies
              </caption>
              <thead class="govuk-table__head">
                <tr class="govuk-table__row">
                  <th scope="col" class="govuk-table__header">Name</th>
                  <th scope="col" class="govuk-table__header">Purpose</th>
                  <th scope="col" class="govuk-table__header">Ends</th>
                </tr>
              </thead>
              <tbody class="govuk-table__body">
                <tr class="govuk-table__row">
                  <th scope="row" class="govuk-table__header">headway_session</th>
                  <td class="govuk-table__cell">Keeps you signed in</td>
                  <td class="govuk-table__cell">
                    When you sign out, after 60 minutes without use, or after 12 hours
                  </td>
                </tr>
              </tbody>
            </table>
          </div>
        </div>
      </div>
    </hw-page>
  `,
})
export class CookiesPage {}
