import { Component, computed, input } from '@angular/core';
import { Button, WarningText } from '@headway/govuk';
import { Page } from '../page';

/** Why the last try to sign in came back here. */
const explanations: Readonly<Record<string, string>> = {
  expired: 'That took too long, or was begun in another browser. Sign in again.',
  failed: 'Something went wrong while you were signing in. Try again.',
  refused: 'Your sign-in was not accepted. Try again, or ask whoever looks after your work account.',
  unknown: 'You are not known to Headway yet. Ask whoever runs it in your organisation to add you.',
  unavailable: 'Signing in is not possible for a moment. Try again in a few minutes.',
};

@Component({
  selector: 'hw-sign-in-page',
  imports: [Button, Page, WarningText],
  template: `
    <hw-page pageTitle="Sign in">
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-xl">Headway</h1>
          @if (explanation(); as text) {
            <gov-warning-text>{{ text }}</gov-warning-text>
          }
          <p class="govuk-body-l">See how far government services have got on the way to digital.</p>
          <p class="govuk-body">Use Headway to:</p>
          <ul class="govuk-list govuk-list--bullet">
            <li>see which services are not started, in progress, live or redesigned</li>
            <li>record the stage of the services that you look after</li>
            <li>go from any number to the list of services behind it</li>
          </ul>
          <a gov-button [attr.href]="href()">Sign in</a>
          <p class="govuk-body">You sign in with your work account.</p>
        </div>
      </div>
    </hw-page>
  `,
})
export class SignInPage {
  readonly returnTo = input<string>();
  readonly problem = input<string>();
  protected readonly explanation = computed(() => explanations[this.problem() ?? '']);
  /** A full page load: it goes by the server to the identity provider. */
  protected readonly href = computed(() => {
    const to = this.returnTo() ?? '';
    // No server takes an address of any length: without its filters it is at least the right page.
    const links = [to, to.split(/[?#]/, 1)[0]!].filter(Boolean).map(linkBackTo);
    return links.find(({ length }) => length <= longest) ?? signIn;
  });
}

const longest = 8_000;
const signIn = '/api/session/sign-in';
const linkBackTo = (to: string) => `${signIn}?returnTo=${encodeURIComponent(to)}`;
