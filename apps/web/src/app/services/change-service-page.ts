import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { form, validateStandardSchema } from '@angular/forms/signals';
import { Router } from '@angular/router';
import type { Service } from '@headway/contract';
import { lockOn } from '@headway/domain';
import { Button } from '@headway/govuk';
import { Actions, ofType } from '@ngrx/effects';
import { Store } from '@ngrx/store';
import { filter } from 'rxjs';
import { Conflict } from '../platform/conflict';
import { Flash } from '../platform/flash';
import { Resubmission } from '../platform/forms/resubmission';
import { Page } from '../platform/page';
import { problemOf } from '../platform/problem';
import { canPerson } from '../platform/session/can-person';
import { readsTheSame } from '../platform/three-way';
import { DetailsFields } from './details-fields';
import { serviceDetails } from './details-compared';
import { servicePath } from './list-choice';
import { LockNote } from '../platform/lock-note';
import { type DetailsInput, blankDetails, changeForm, detailsOf } from './service-form';
import { ServicesApi, ServicesPage } from './services.actions';
import { servicesFeature } from './services.feature';

@Component({
  selector: 'hw-change-service-page',
  imports: [Button, Conflict, DetailsFields, LockNote, Page],
  template: `
    <hw-page
      [pageTitle]="'Change ' + (base()?.name ?? 'a service')"
      section="Services"
      [back]="path(reference())"
      [errors]="submission.errors()"
      [problem]="problem()"
      [loading]="!base()"
      (retry)="load()"
    >
      @if (theirs(); as theirs) {
        <hw-conflict
          [details]="details"
          [versions]="{
            base: opened(),
            mine: form().value(),
            theirs: detailsOf(theirs),
            sent: submission.sent(),
          }"
          (keepYours)="saveOver(theirs, $event)"
          (edit)="goOn(theirs, $event)"
          (keepTheirs)="leave()"
        />
      } @else if (base(); as service) {
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <span class="govuk-caption-l">{{ service.reference }}</span>
            <h1 class="govuk-heading-l">Change {{ service.name }}</h1>
            <hw-lock-note
              [lock]="service.lock"
              [changes]="opensUnlocked(service) ? 'details' : 'both'"
              refused="So who it is for cannot be changed here, nor when it opened."
            />
            <form novalidate (submit)="save($event)">
              <hw-details-fields [form]="form" [error]="error" />
              <button gov-button>Save changes</button>
            </form>
          </div>
        </div>
      }
    </hw-page>
  `,
})
export class ChangeServicePage {
  private readonly store = inject(Store);
  private readonly router = inject(Router);
  readonly reference = input.required<string>();
  protected readonly path = servicePath;
  private readonly can = canPerson();
  private readonly failure = this.store.selectSignal(servicesFeature.selectProblem);
  protected readonly problem = computed(() => {
    const base = this.base();
    if (!base) return this.failure();
    return this.can('changeService', base.organisation.id) ? null : problemOf('not_allowed');
  });

  /** The version that the person started from, and the one that somebody saved meanwhile. */
  protected readonly base = signal<Service | null>(null);
  protected readonly theirs = signal<Service | null>(null);
  /** What is read anew for any other reason takes nothing from under anybody's hands. */
  private refused = false;
  private readonly model = signal<DetailsInput>(blankDetails);
  protected readonly form = form(this.model, (path) => validateStandardSchema(path, () => changeForm));
  protected readonly submission = new Resubmission(this.form);
  protected readonly error = (field: keyof DetailsInput) => this.submission.error(field);
  protected readonly details = serviceDetails;
  protected readonly detailsOf = detailsOf;
  protected readonly opened = computed(() => detailsOf(this.base()!));

  constructor() {
    const [actions, flash] = [inject(Actions), inject(Flash)];
    effect(() => this.load());
    actions
      .pipe(
        ofType(ServicesApi.loaded),
        filter(({ service }) => service.reference === this.reference()),
        takeUntilDestroyed(),
      )
      .subscribe(({ service }) => (this.base() ? this.overtakenBy(service) : this.begin(service)));
    actions.pipe(ofType(ServicesApi.changeFailed), takeUntilDestroyed()).subscribe(({ problem }) => {
      if (problem.code !== 'changed_since_read') return this.submission.failed(problem);
      this.submission.done();
      this.refused = true;
      this.load();
    });
    actions.pipe(ofType(ServicesApi.changed), takeUntilDestroyed()).subscribe(() => {
      flash.success('Changes saved');
      this.leave();
    });
  }

  /** One that opens after the quarter counts on no day of it. */
  protected opensUnlocked({ lock, opensOn }: Service): boolean {
    return lock !== null && lockOn([lock], opensOn ?? '') === null;
  }

  protected load(): void {
    this.store.dispatch(ServicesPage.opened({ reference: this.reference() }));
  }

  private begin(service: Service): void {
    this.model.set(detailsOf(service));
    this.base.set(service);
  }

  /** Where others changed nothing that this form asks, there is nothing to compare. */
  private overtakenBy(theirs: Service): void {
    if (!this.refused) return;
    this.refused = false;
    if (readsTheSame(serviceDetails, this.opened(), detailsOf(theirs))) this.saveOver(theirs, this.model());
    else this.theirs.set(theirs);
  }

  protected save(event?: Event): void {
    event?.preventDefault();
    if (!this.submission.start()) return;
    const { reference, version } = this.base()!;
    this.store.dispatch(ServicesPage.changed({ reference, version, change: changeForm.parse(this.model()) }));
  }

  protected goOn(theirs: Service, typed: DetailsInput): void {
    this.base.set(theirs);
    this.model.set(typed);
    this.theirs.set(null);
  }

  protected saveOver(theirs: Service, typed: DetailsInput): void {
    this.goOn(theirs, typed);
    this.save();
  }

  protected leave(): void {
    void this.router.navigateByUrl(servicePath(this.reference()));
  }
}
