import { Component, computed, effect, inject, input } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import {
  coverageSentence,
  daysAfter,
  formatDate,
  headline,
  organisationKindLabels,
  scopeOf,
} from '@headway/domain';
import { GovLink, InsetText, SummaryList, SummaryRow } from '@headway/govuk';
import { Store } from '@ngrx/store';
import { auditTime } from 'rxjs';
import { OrganisationBarriers } from '../barriers/organisation-barriers';
import { Events } from '../platform/events';
import { Outdated, lasting } from '../platform/outdated';
import { Page } from '../platform/page';
import { CodeMissing } from '../platform/part-failed';
import { canPerson } from '../platform/session/can-person';
import { sessionFeature } from '../platform/session/session.feature';
import { OrganisationSignals } from '../portfolio/signals/organisation-signals';
import { StagesPicture } from '../portfolio/stages-picture';
import { OrganisationReturn } from '../returns/return/organisation-return';
import { StaffSay } from '../pulse/staff-say';
import { OrganisationYear } from './organisation-year';
import { OrganisationsPage } from './organisations.actions';
import {
  organisationsFeature,
  selectBelow,
  selectFigures,
  selectOrganisation,
} from './organisations.feature';
import { PastRows } from './past-rows';
import { StageFigures } from './stage-figures';

@Component({
  selector: 'hw-department-page',
  imports: [
    CodeMissing,
    GovLink,
    InsetText,
    OrganisationBarriers,
    OrganisationReturn,
    OrganisationSignals,
    OrganisationYear,
    Outdated,
    Page,
    PastRows,
    StageFigures,
    StaffSay,
    StagesPicture,
    SummaryList,
    SummaryRow,
  ],
  templateUrl: './department-page.html',
})
export class DepartmentPage {
  protected readonly lasting = lasting;
  private readonly store = inject(Store);
  private readonly session = this.store.selectSignal(sessionFeature.selectSession);
  protected readonly can = canPerson();
  protected readonly kinds = organisationKindLabels;
  protected readonly formatDate = formatDate;
  readonly slug = input.required<string>();

  protected readonly organisation = computed(() =>
    this.store.selectSignal(selectOrganisation(this.slug()))(),
  );
  protected readonly hasPast = computed(() => {
    const { existsFrom, existsTo, formerNames, formerParents, predecessors } = this.organisation()!;
    const past = [...formerNames, ...formerParents, ...predecessors];
    return existsFrom !== null || existsTo !== null || past.length > 0;
  });
  /** Of one that has ended; what it has today is nothing. */
  protected readonly lastDay = computed(() => {
    const ended = this.organisation()?.existsTo;
    return ended && daysAfter(ended, -1);
  });
  protected readonly below = computed(() => this.store.selectSignal(selectBelow(this.slug()))());
  protected readonly figures = computed(() => this.store.selectSignal(selectFigures(this.slug()))());
  /** Whoever sees only some organisations sees no figures of all. */
  private readonly seesAll = computed(() => {
    const session = this.session();
    return session !== null && scopeOf(session, 'readPortfolio') === 'all';
  });
  protected readonly government = computed(() =>
    this.seesAll() ? (this.store.selectSignal(selectFigures(null))()?.total ?? null) : null,
  );
  protected readonly problem = this.store.selectSignal(organisationsFeature.selectProblem);
  protected readonly headline = computed(() => headline(this.figures()!.total));
  protected readonly coverage = computed(() => coverageSentence(this.figures()!.total));
  protected readonly breadcrumbs = computed(() => [
    { text: 'Departments', href: '/departments' },
    ...(this.organisation()?.parent
      ? [
          {
            text: this.organisation()!.parent!.name,
            href: `/departments/${this.organisation()!.parent!.slug}`,
          },
        ]
      : []),
    ...(this.organisation() ? [{ text: this.organisation()!.name }] : []),
  ]);

  constructor() {
    effect(() => this.load());
    inject(Events)
      .changes.pipe(auditTime(2000), takeUntilDestroyed())
      .subscribe(() => this.load());
  }

  protected load(): void {
    const slug = this.slug();
    this.store.dispatch(OrganisationsPage.opened({ slug }));
    this.store.dispatch(OrganisationsPage.figuresOpened({ slug }));
    if (this.seesAll()) this.store.dispatch(OrganisationsPage.figuresOpened({ slug: null }));
    this.store.dispatch(OrganisationsPage.listOpened());
  }
}
