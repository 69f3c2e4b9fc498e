import { Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { SkipLink } from '@headway/govuk';
import { Announcer } from './platform/announcer';
import { Arrival } from './platform/arrival';
import { Footer } from './platform/layout/footer';
import { Header } from './platform/layout/header';
import { OtherTabs } from './platform/session/other-tabs';

@Component({
  selector: 'hw-root',
  imports: [Footer, Header, RouterOutlet, SkipLink],
  template: `
    <gov-skip-link />
    <hw-header />
    <router-outlet />
    <hw-footer />
    <div class="govuk-visually-hidden" role="status" aria-live="polite">{{ announcer.message() }}</div>
  `,
})
export class App {
  protected readonly announcer = inject(Announcer);

  constructor() {
    inject(Arrival).start();
    inject(OtherTabs).start();
  }
}
