import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { GenericHeader, type NavigationItem, PhaseBanner, ServiceNavigation } from '@headway/govuk';
import { Store } from '@ngrx/store';
import { filter, map } from 'rxjs';
import { newKey } from '../headers';
import { canPerson } from '../session/can-person';
import { SessionPage } from '../session/session.actions';
import { sessionFeature } from '../session/session.feature';

@Component({
  selector: 'hw-header',
  imports: [GenericHeader, PhaseBanner, ServiceNavigation],
  template: `
    <header class="govuk-template__header">
      <gov-generic-header text="Headway">
        <p class="hw-marking">OFFICIAL</p>
      </gov-generic-header>
      @if (session()) {
        <gov-service-navigation [items]="items()">
          <li class="govuk-service-navigation__item hw-sign-out">
            <button type="button" class="hw-link-button" (click)="signOut()">Sign out</button>
          </li>
        </gov-service-navigation>
      }
      @if (session()?.demonstration) {
        <gov-phase-banner tag="Demonstration">
          The departments are real; the services, people and figures are invented.
        </gov-phase-banner>
      }
    </header>
  `,
})
export class Header {
  private readonly store = inject(Store);
  private readonly router = inject(Router);
  private readonly can = canPerson();
  protected readonly session = this.store.selectSignal(sessionFeature.selectSession);

  private readonly path = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(({ urlAfterRedirects }) => urlAfterRedirects.split(/[?#]/)[0]!),
    ),
    { initialValue: '' },
  );

  protected readonly items = computed((): NavigationItem[] =>
    this.links().map((link) => ({ ...link, current: place(this.path(), link.href) })),
  );

  private links() {
    if (!this.session()?.grants.length) return [{ text: 'Account', href: '/account' }];
    return [
      { text: 'Portfolio', href: '/portfolio' },
      { text: 'Departments', href: '/departments' },
      { text: 'Services', href: '/services' },
      { text: 'Quarters', href: '/quarters' },
      { text: 'Pulse', href: '/pulse' },
      ...(this.can('recordStage') || this.can('signOffReturn')
        ? [{ text: this.can('recordStage') ? 'Update many' : 'Return', href: '/return' }]
        : []),
      ...(this.can('importServices') ? [{ text: 'Import', href: '/import' }] : []),
      ...(this.can('readAudit') ? [{ text: 'Audit', href: '/audit' }] : []),
      { text: 'Account', href: '/account' },
    ];
  }

  protected signOut(): void {
    this.store.dispatch(SessionPage.signOutChosen({ key: newKey() }));
  }
}

function place(path: string, href: string): NavigationItem['current'] {
  return path === href ? 'page' : path.startsWith(`${href}/`) ? 'section' : null;
}
