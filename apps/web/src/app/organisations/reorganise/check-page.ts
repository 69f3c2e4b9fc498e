import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import type { ReorganisedPerson } from '@headway/contract';
import {
  type ReorganisationKind,
  countOf,
  formatDate,
  listed,
  reorganisationLabels,
  roleLabels,
} from '@headway/domain';
import { Button, Details, GovLink, SummaryList, SummaryRow, WarningText } from '@headway/govuk';
import { Store } from '@ngrx/store';
import { headingFocus } from '../../platform/focus-heading';
import { newKey } from '../../platform/headers';
import { Page } from '../../platform/page';
import { lookedAfter, namesIn, organisationChanges, servicesReceived } from './report-view';
import { ReorganisePage } from './reorganise.actions';
import { reorganiseFeature } from './reorganise.feature';

/** All that a reorganisation comes to, before it is made. */
@Component({
  selector: 'hw-check-reorganisation-page',
  imports: [Button, Details, GovLink, Page, SummaryList, SummaryRow, WarningText],
  templateUrl: './check-page.html',
})
export class CheckReorganisationPage {
  private readonly store = inject(Store);
  private readonly focusHeading = headingFocus();
  readonly kind = input.required<ReorganisationKind>();
  protected readonly formatDate = formatDate;
  protected readonly countOf = countOf;
  protected readonly label = computed(() => reorganisationLabels[this.kind()]);
  protected readonly state = this.store.selectSignal(reorganiseFeature.selectReorganiseState);
  protected readonly back = computed(() => `/departments/reorganise/${this.kind()}`);
  protected readonly report = computed(() => this.state().looked?.report ?? null);
  protected readonly changes = computed(() => organisationChanges(this.report()!));
  protected readonly received = computed(() => servicesReceived(this.report()!));
  protected readonly looksAfter = computed(() => lookedAfter(this.report()!));
  protected readonly people = computed(() => {
    const report = this.report()!;
    const name = namesIn(report);
    const shown = (person: ReorganisedPerson) => ({
      ...person,
      role: roleLabels[person.role],
      organisation: name(person.organisation),
      carriedTo: listed(person.carriedTo.map(name)),
    });
    return report.people.map(shown);
  });
  protected readonly losing = computed(
    () => this.people().filter(({ carriedTo }) => carriedTo === '').length,
  );
  protected readonly errors = computed(() => {
    const refused = this.state().refused;
    if (!refused || refused.code === 'not_signed_in') return [];
    const said = refused.errors?.map(({ message }) => ({ text: message }));
    return said?.length ? said : [{ text: refused.detail ?? refused.title }];
  });
  /** One key for every attempt at what is shown. */
  private readonly attempt = computed(() => ({ of: this.report()?.fingerprint, key: newKey() }));

  constructor() {
    effect(() => {
      if (this.state().overtaken && this.report()) untracked(() => this.focusHeading());
    });
  }

  protected make(): void {
    const { looked, sending } = this.state();
    if (!looked || sending) return;
    const { fingerprint } = looked.report;
    this.store.dispatch(
      ReorganisePage.confirmed({ request: looked.request, fingerprint, key: this.attempt().key }),
    );
  }
}
