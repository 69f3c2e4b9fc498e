import { Component, computed, inject, signal } from '@angular/core';
import { countOf, formatDate } from '@headway/domain';
import { Button, GovLink } from '@headway/govuk';
import { Announcer } from '../announcer';
import { KeptHere } from '../kept-here';
import { Page } from '../page';

/** Says too what stays on the device, which is only what somebody typed and did not send. */
@Component({
  selector: 'hw-signed-out-page',
  imports: [Button, GovLink, Page],
  template: `
    <hw-page pageTitle="You have signed out">
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-l">You have signed out</h1>
          <p class="govuk-body">If others use this computer, close all browser windows.</p>
          @if (kept(); as words) {
            <h2 class="govuk-heading-m">What you typed and did not send</h2>
            <p class="govuk-body">
              {{ words }}, so that you can carry on when you sign in again here. Headway shows it to nobody
              else who signs in.
            </p>
            <button gov-button buttonType="button" variant="secondary" (click)="forget()">
              Delete it now
            </button>
          }
          <p class="govuk-body"><a gov-button govHref="/sign-in">Sign in again</a></p>
        </div>
      </div>
    </hw-page>
  `,
})
export class SignedOutPage {
  private readonly here = inject(KeptHere);
  private readonly announcer = inject(Announcer);
  private readonly drafts = signal(this.here.drafts());
  protected readonly kept = computed(() => {
    const { count, until } = this.drafts();
    if (count === 0) return null;
    const day = until ? ` until ${formatDate(until)}` : '';
    return `${countOf(count, 'draft')} ${count === 1 ? 'is' : 'are'} kept on this device${day}`;
  });

  protected forget(): void {
    this.here.forgetDrafts();
    this.drafts.set(this.here.drafts());
    this.announcer.say('Deleted');
  }
}
