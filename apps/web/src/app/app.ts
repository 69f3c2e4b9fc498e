import { Component, DOCUMENT, inject } from '@angular/core';
import { Router, RouterOutlet } from '@angular/router';
import { SkipLink } from '@headway/govuk';
import { Actions, ofType } from '@ngrx/effects';
import { Store } from '@ngrx/store';
import { firstValueFrom } from 'rxjs';
import { Announcer } from './platform/announcer';
import { Arrival } from './platform/arrival';
import { Footer } from './platform/layout/footer';
import { Header } from './platform/layout/header';
import { Page } from './platform/page';
import { SessionApi, SessionPage } from './platform/session/session.actions';
import { sessionFeature } from './platform/session/session.feature';

@Component({
  selector: 'hw-root',
  imports: [Footer, Header, Page, RouterOutlet, SkipLink],
  template: `
    <gov-skip-link />
    <hw-header />
    @if (state().status === 'away') {
      <hw-page pageTitle="Headway" [problem]="state().problem" (retry)="retry()" />
    } @else {
      <router-outlet />
    }
    <hw-footer />
    <div class="govuk-visually-hidden" role="status" aria-live="polite">{{ announcer.message() }}</div>
  `,
})
export class App {
  private readonly actions = inject(Actions);
  private readonly document = inject(DOCUMENT);
  private readonly router = inject(Router);
  private readonly store = inject(Store);
  protected readonly announcer = inject(Announcer);
  protected readonly state = this.store.selectSignal(sessionFeature.selectSessionState);

  constructor() {
    inject(Arrival).start();
  }

  /** Asks again who is there, then goes where the address says. */
  protected async retry(): Promise<void> {
    this.store.dispatch(SessionPage.opened());
    await firstValueFrom(this.actions.pipe(ofType(SessionApi.loaded, SessionApi.loadFailed)));
    const { pathname, search } = this.document.location;
    if (this.state().status !== 'away') void this.router.navigateByUrl(pathname + search);
  }
}
