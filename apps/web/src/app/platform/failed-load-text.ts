import { Component, DOCUMENT, computed, inject, input, signal } from '@angular/core';
import { Connection } from './connection';
import type { Failure } from './failed-load';

/** Why code could not be fetched, and the way on: a whole page load, but only once Headway answers. */
@Component({
  selector: 'hw-failed-load-text',
  template: `
    @if (connection.offline()) {
      <p class="govuk-body">You are offline. Check your connection, then try again.</p>
    } @else if (failure().updated) {
      <p class="govuk-body">Headway has been updated since you opened it.</p>
    } @else {
      <p class="govuk-body">
        Your connection may be down, or Headway may have been updated since you opened it.
      </p>
    }
    @if (!failure().first) {
      <p class="govuk-body">
        What you typed is still here. Reloading can lose what is not saved, so copy anything you need first.
      </p>
    }
    <p class="govuk-body">
      <a [class]="linkClass()" [attr.href]="failure().url" (click)="go($event)">{{ link() }}</a>
    </p>
    <div role="status">
      @if (away()) {
        <p class="govuk-body">Headway still cannot be reached.</p>
      }
    </div>
  `,
})
export class FailedLoadText {
  private readonly window = inject(DOCUMENT).defaultView!;
  protected readonly connection = inject(Connection);
  readonly failure = input.required<Failure>();
  readonly linkClass = input('govuk-notification-banner__link');
  protected readonly away = signal(false);
  protected readonly link = computed(() =>
    this.failure().page && !this.failure().first ? 'Reload and open the page' : 'Reload this page',
  );

  /** Leaving for a server that does not answer would lose the page that is still here. */
  protected async go(event: Event): Promise<void> {
    event.preventDefault();
    this.away.set(false);
    if (!(await this.connection.answers())) return this.away.set(true);
    this.leave(this.failure().url);
  }

  private leave(url: string): void {
    const { location } = this.window;
    const same = new URL(url, location.href).href.split('#')[0] === location.href.split('#')[0];
    if (same) location.reload();
    else location.assign(url);
  }
}
