import { Component } from '@angular/core';
import { Page } from '../page';

@Component({
  selector: 'hw-privacy-page',
  imports: [Page],
  template: `
    <hw-page pageTitle="Privacy">
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-l">Privacy</h1>
          <p class="govuk-body">
            Headway holds facts about government services, and as little about people as it can.
          </p>
          <h2 class="govuk-heading-m">What we hold about you</h2>
          <ul class="govuk-list govuk-list--bullet">
            <li>your name and work email address, from the account that you sign in with</li>
            <li>your roles in Headway, and for which organisations</li>
            <li>what you record or change, and when</li>
            <li>the emails that Headway writes to you about returns</li>
            <li>the names of the access tokens that you make, and when they were last used</li>
          </ul>
          <p class="govuk-body">
            The senior responsible owner of a service is named on its page, where an organisation has given a
            name.
          </p>
          <h2 class="govuk-heading-m">Why we hold it</h2>
          <p class="govuk-body">
            To let the right people see and change the right things, and to say who recorded what. It is part
            of a public task: reporting on government services.
          </p>
          <h2 class="govuk-heading-m">Who sees it</h2>
          <p class="govuk-body">
            People with a role in Headway see who recorded a stage. Central oversight and admins see the
            emails that Headway writes, and GOV.UK Notify sends them. Nothing is sold, and nothing is used to
            judge how anyone works.
          </p>
          <h2 class="govuk-heading-m">How long we keep it</h2>
          <p class="govuk-body">
            A record of a stage is kept for as long as the history of the service is, with the name of the
            person who made it. It is never edited or deleted, so that past figures can be checked.
          </p>
          <h2 class="govuk-heading-m">If you answer the pulse survey</h2>
          <p class="govuk-body">
            The pulse survey is anonymous. We keep your answers, your grade, your organisation and the day,
            and nothing that says who you are: no name, no email address, no address of your computer, no
            cookie and no time of day. Until you send them, your answers are kept in your browser tab alone.
            As nothing says which answers are yours, they cannot be changed, given to you or deleted once they
            are sent. Results are shown for groups of 10 people or more.
          </p>
          <h2 class="govuk-heading-m">Your rights</h2>
          <p class="govuk-body">
            You can ask for a copy of what is held about you, ask for it to be corrected, or object to how it
            is used. Contact the data protection officer of your organisation. You can also
            <a class="govuk-link" href="https://ico.org.uk/make-a-complaint/" rel="external">
              complain to the Information Commissioner</a
            >.
          </p>
        </div>
      </div>
    </hw-page>
  `,
})
export class PrivacyPage {}
