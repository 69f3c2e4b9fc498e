import { Component, ElementRef, afterRenderEffect, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { NotificationBanner } from '@headway/govuk';
import { Store } from '@ngrx/store';
import { Connection } from '../connection';
import { FailedLoad } from '../failed-load';
import { FailedLoadText } from '../failed-load-text';
import { Flash } from '../flash';
import { sessionFeature } from '../session/session.feature';

/** News at the top of a page: what was done, what could not be, and that the session or the connection is gone. */
@Component({
  selector: 'hw-notices',
  imports: [FailedLoadText, NotificationBanner],
  template: `
    @if (connection.lost() && !failure() && !problem()) {
      <gov-notification-banner id="connection-title">
        <p class="govuk-notification-banner__heading">
          {{ connection.offline() ? 'You are offline' : 'Headway cannot be reached' }}
        </p>
        <p class="govuk-body">
          What you typed is still here. Nothing can be sent until the connection is back.
        </p>
      </gov-notification-banner>
    }
    @if (connection.incomplete() && !problem()) {
      <gov-notification-banner id="incomplete-title">
        <p class="govuk-notification-banner__heading">Part of this page could not be loaded</p>
        <p class="govuk-body">
          <a class="govuk-notification-banner__link" [attr.href]="router.url">Reload this page</a> to see all
          of it. If you are typing something here, save it first.
        </p>
      </gov-notification-banner>
    }
    @if (failure(); as failure) {
      <gov-notification-banner type="alert" id="not-opened-title">
        <p class="govuk-notification-banner__heading">
          {{ failure.page ? 'The page could not be opened' : 'That could not be done' }}
        </p>
        <hw-failed-load-text [failure]="failure" />
      </gov-notification-banner>
    }
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
  /** The page itself says what is wrong, and how to go on. */
  readonly problem = input(false);
  protected readonly router = inject(Router);
  protected readonly flash = inject(Flash);
  protected readonly connection = inject(Connection);
  protected readonly failure = inject(FailedLoad).onThisPage;
  protected readonly expired = inject(Store).selectSignal(sessionFeature.selectExpired);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  constructor() {
    // Whoever is far down a long page would not see it come.
    afterRenderEffect(() => {
      const banner =
        this.failure() || this.expired() || this.flash.shown()
          ? this.host.querySelector<HTMLElement>('.govuk-notification-banner[role="alert"]')
          : null;
      if (!banner) return;
      banner.tabIndex = -1;
      banner.focus();
    });
  }
}
