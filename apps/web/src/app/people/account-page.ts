import { Component, computed, inject, signal } from '@angular/core';
import { roleDescriptions, roleLabels } from '@headway/domain';
import { Button, GovLink, type SummaryError, SummaryList, SummaryRow } from '@headway/govuk';
import { Store } from '@ngrx/store';
import { newKey } from '../platform/headers';
import { Page } from '../platform/page';
import { canPerson } from '../platform/session/can-person';
import { SessionPage } from '../platform/session/session.actions';
import { sessionFeature } from '../platform/session/session.feature';
import { Tokens } from './tokens';

@Component({
  selector: 'hw-account-page',
  imports: [Button, GovLink, Page, SummaryList, SummaryRow, Tokens],
  template: `
    <hw-page pageTitle="Account" [errors]="errors()">
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-xl">Account</h1>
          @if (session(); as session) {
            <dl gov-summary-list>
              <div gov-summary-row key="Name">{{ session.person.name }}</div>
              <div gov-summary-row key="Email">{{ session.person.email }}</div>
            </dl>
            <h2 class="govuk-heading-m">Your roles</h2>
            <dl gov-summary-list>
              @for (grant of grants(); track $index) {
                <div gov-summary-row [key]="grant.role">
                  <p class="govuk-body govuk-!-margin-bottom-1">{{ grant.of }}</p>
                  <p class="govuk-body hw-quiet govuk-!-margin-bottom-0">{{ grant.description }}</p>
                </div>
              }
            </dl>
            @if (can('readMail')) {
              <h2 class="govuk-heading-m">Outbox</h2>
              <p class="govuk-body">
                <a class="govuk-link" govHref="/mail"
                  >Read the emails that Headway writes to leads and approvers</a
                >
              </p>
            }
            <hw-tokens (failed)="errors.set($event)" />
            <h2 class="govuk-heading-m">Sign out</h2>
            <button gov-button variant="secondary" buttonType="button" (click)="signOut()">Sign out</button>
          }
        </div>
      </div>
    </hw-page>
  `,
})
export class AccountPage {
  private readonly store = inject(Store);
  protected readonly can = canPerson();
  protected readonly session = this.store.selectSignal(sessionFeature.selectSession);
  protected readonly errors = signal<readonly SummaryError[]>([]);
  protected readonly grants = computed(() =>
    (this.session()?.grants ?? []).map(({ role, organisation }) => ({
      role: roleLabels[role],
      of: organisation ? organisation.name : 'All of government',
      description: roleDescriptions[role],
    })),
  );

  protected signOut(): void {
    this.store.dispatch(SessionPage.signOutChosen({ key: newKey() }));
  }
}
