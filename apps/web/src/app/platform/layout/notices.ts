import { Component, ElementRef, afterRenderEffect, inject } from '@angular/core';
import { NotificationBanner } from '@headway/govuk';
import { Store } from '@ngrx/store';
import { Flash } from '../flash';
import { sessionFeature } from '../session/session.feature';

/** News at the top of a page: what was done, and that the session ended while the page was open. */
@Component({
  selector: 'hw-notices',
  imports: [NotificationBanner],
  template: `
    @if (expired()) {
      <gov-notification-banner type="alert" id="signed-out-title">
        <p class="govuk-notification-banner__heading">You have been signed out</p>
        <p class="govuk-body">
          What you typed is still here.
          <a class="govuk-notification-banner__link" href="/sign-in" target="_blank" rel="noopener"
            >Sign in again (opens in new tab)</a
          >, then come back to this tab and carry on.
        </p>
      </gov-notification-banner>
    }
    @if (flash.shown(); as message) {
      <gov-notification-banner type="success" id="success-title" [text]="message" />
    }
  `,
})
export class Notices {
  protected readonly flash = inject(Flash);
  protected readonly expired = inject(Store).selectSignal(sessionFeature.selectExpired);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  constructor() {
    // Whoever is far down a long page would not see it come.
    afterRenderEffect(() => {
      const banner =
        this.expired() || this.flash.shown()
          ? this.host.querySelector<HTMLElement>('.govuk-notification-banner')
          : null;
      if (!banner) return;
      banner.tabIndex = -1;
      banner.focus();
    });
  }
}
