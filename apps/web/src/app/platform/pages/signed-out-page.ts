import { Component } from '@angular/core';
import { Button, GovLink } from '@headway/govuk';
import { Page } from '../page';

@Component({
  selector: 'hw-signed-out-page',
  imports: [Button, GovLink, Page],
  template: `
    <hw-page pageTitle="You have signed out">
      <h1 class="govuk-heading-l">You have signed out</h1>
      <p class="govuk-body">If others use this computer, close all browser windows.</p>
      <a gov-button govHref="/sign-in">Sign in again</a>
    </hw-page>
  `,
})
export class SignedOutPage {}
