import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { form, validateStandardSchema } from '@angular/forms/signals';
import { Router } from '@angular/router';
import type { Organisation } from '@headway/contract';
import { Button, GovLink, InsetText } from '@headway/govuk';
import { Actions, ofType } from '@ngrx/effects';
import { Store } from '@ngrx/store';
import { filter } from 'rxjs';
import { Conflict } from '../platform/conflict';
import { Flash } from '../platform/flash';
import { Resubmission } from '../platform/forms/resubmission';
import { Page } from '../platform/page';
import { readsTheSame } from '../platform/three-way';
import { LockNote } from '../platform/lock-note';
import { organisationDetails } from './organisation-compared';
import { OrganisationFields } from './organisation-fields';
import {
  type OrganisationInput,
  blankOrganisation,
  changeOrganisationForm,
  inputOf,
} from './organisation-form';
import { OrganisationsApi, OrganisationsPage } from './organisations.actions';
import { organisationsFeature } from './organisations.feature';
import { PastChange, pastChanges } from './past-change';

@Component({
  selector: 'hw-change-organisation-page',
  imports: [Button, Conflict, GovLink, InsetText, LockNote, OrganisationFields, Page, PastChange],
  template: `
    <hw-page
      [pageTitle]="'Change ' + (base()?.name ?? 'an organisation')"
      section="Departments"
      [back]="'/departments/' + slug()"
      [errors]="errors()"
      [problem]="base() ? null : problem()"
      [loading]="!base()"
      (retry)="load()"
    >
      @if (theirs(); as theirs) {
        <hw-conflict
          [details]="details()"
          [versions]="{
            base: opened(),
            mine: form().value(),
            theirs: inputOf(theirs),
            sent: submission.sent(),
          }"
          (keepYours)="saveOver(theirs, $event)"
          (edit)="goOn(theirs, $event)"
          (keepTheirs)="leave(theirs.slug)"
        />
      } @else if (base(); as organisation) {
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <h1 class="govuk-heading-l">Change {{ organisation.name }}</h1>
            <gov-inset-text>
              A change here corrects what was always wrong, and so changes the past. Where something changed
              on a date,
              <a
                class="govuk-link"
                [govHref]="'/departments/reorganise/rename?organisation=' + organisation.slug"
                >rename it from a date</a
              >
              or
              <a
                class="govuk-link"
                [govHref]="'/departments/reorganise/move?organisation=' + organisation.slug"
                >record what it became part of</a
              >.
            </gov-inset-text>
            <hw-lock-note
              [lock]="organisation.lock"
              changes="both"
              refused="So what it is part of cannot be changed here."
            />
            <form novalidate (submit)="save($event)">
              <hw-organisation-fields [form]="form" [error]="error" [self]="organisation.slug" />
              <hw-past-change
                [organisation]="organisation"
                [lines]="past()"
                [error]="unsaid()"
                [(always)]="always"
              />
              <button gov-button>Save changes</button>
            </form>
          </div>
        </div>
      }
    </hw-page>
  `,
})
export class ChangeOrganisationPage {
  private readonly store = inject(Store);
  private readonly router = inject(Router);
  readonly slug = input.required<string>();
  private readonly all = this.store.selectSignal(organisationsFeature.selectAll);
  protected readonly problem = this.store.selectSignal(organisationsFeature.selectProblem);

  /** The version that the person started from, and the one that somebody saved meanwhile. */
  protected readonly base = signal<Organisation | null>(null);
  protected readonly theirs = signal<Organisation | null>(null);
  /** What is read anew for any other reason takes nothing from under anybody's hands. */
  private refused = false;
  private readonly model = signal<OrganisationInput>(blankOrganisation);
  protected readonly form = form(this.model, (path) =>
    validateStandardSchema(path, () => changeOrganisationForm),
  );
  protected readonly submission = new Resubmission(this.form);
  protected readonly error = (field: keyof OrganisationInput) => this.submission.error(field);
  protected readonly details = computed(() => organisationDetails(this.all()));
  /** What saving would do to the past, and whether it is said to have always been so. */
  protected readonly past = computed(() => {
    const base = this.base();
    return base ? pastChanges(base, this.model(), this.all()) : [];
  });
  protected readonly always = signal<readonly string[]>([]);
  protected readonly unsaid = signal<string | undefined>(undefined);
  protected readonly errors = computed(() => {
    const text = this.unsaid();
    return text ? [{ text, href: '#always' }] : this.submission.errors();
  });
  protected readonly inputOf = inputOf;
  protected readonly opened = computed(() => inputOf(this.base()!));

  constructor() {
    const [actions, flash] = [inject(Actions), inject(Flash)];
    this.store.dispatch(OrganisationsPage.listOpened());
    effect(() => this.load());
    actions
      .pipe(
        ofType(OrganisationsApi.loaded),
        filter(({ organisation }) => organisation.slug === this.slug()),
        takeUntilDestroyed(),
      )
      .subscribe(({ organisation }) =>
        this.base() ? this.overtakenBy(organisation) : this.begin(organisation),
      );
    actions.pipe(ofType(OrganisationsApi.changeFailed), takeUntilDestroyed()).subscribe(({ problem }) => {
      if (problem.code !== 'changed_since_read') return this.submission.failed(problem);
      this.submission.done();
      this.refused = true;
      this.load();
    });
    actions.pipe(ofType(OrganisationsApi.changed), takeUntilDestroyed()).subscribe(({ organisation }) => {
      flash.success('Changes saved');
      this.leave(organisation.slug);
    });
  }

  protected load(): void {
    this.store.dispatch(OrganisationsPage.opened({ slug: this.slug() }));
  }

  private begin(organisation: Organisation): void {
    this.model.set(inputOf(organisation));
    this.base.set(organisation);
  }

  /** Where others changed nothing that this form asks, there is nothing to compare. */
  private overtakenBy(theirs: Organisation): void {
    if (!this.refused) return;
    this.refused = false;
    if (readsTheSame(this.details(), this.opened(), inputOf(theirs))) this.saveOver(theirs, this.model());
    else this.theirs.set(theirs);
  }

  protected save(event?: Event): void {
    event?.preventDefault();
    this.unsaid.set(undefined);
    if (!this.submission.start()) return;
    if (this.past().length > 0 && this.always().length === 0) {
      this.submission.done();
      this.unsaid.set('Say that it was always so, or record a reorganisation instead');
      return;
    }
    const { slug, version } = this.base()!;
    const change = changeOrganisationForm.parse(this.model());
    this.store.dispatch(OrganisationsPage.changed({ slug, version, change }));
  }

  protected goOn(theirs: Organisation, typed: OrganisationInput): void {
    this.base.set(theirs);
    this.model.set(typed);
    this.theirs.set(null);
  }

  protected saveOver(theirs: Organisation, typed: OrganisationInput): void {
    this.goOn(theirs, typed);
    this.save();
  }

  protected leave(slug: string): void {
    void this.router.navigateByUrl(`/departments/${slug}`);
  }
}
