import { Component, computed, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { Button, Select, TextInput } from '@headway/govuk';
import { Actions, ofType } from '@ngrx/effects';
import { Store } from '@ngrx/store';
import { Flash } from '../platform/flash';
import { Submission } from '../platform/forms/submission';
import { newKey } from '../platform/headers';
import { Page } from '../platform/page';
import { canPerson } from '../platform/session/can-person';
import { DetailsFields } from './details-fields';
import { servicePath } from './list-choice';
import { LockNote } from '../platform/lock-note';
import { type NewServiceInput, blankDetails, newServiceForm } from './service-form';
import { ServicesApi, ServicesPage } from './services.actions';
import { servicesFeature } from './services.feature';

@Component({
  selector: 'hw-new-service-page',
  imports: [Button, DetailsFields, FormField, LockNote, Page, Select, TextInput],
  template: `
    <hw-page
      pageTitle="Add a service"
      section="Services"
      back="/services"
      [errors]="submission.errors()"
      [problem]="problem()"
      (retry)="load()"
    >
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-l">Add a service</h1>
          <form novalidate (submit)="save($event)">
            <gov-select
              id="organisation"
              label="Organisation"
              labelClasses="govuk-label--s"
              [items]="organisations()"
              [error]="submission.error('organisation')"
              [formField]="form.organisation"
            />
            <hw-lock-note
              [lock]="chosen()?.lock ?? null"
              changes="dates"
              refused="So a service that opened by then cannot be added to it."
            />
            <hw-details-fields [form]="form" [error]="error" />
            <gov-text-input
              id="reference"
              label="Reference (optional)"
              labelClasses="govuk-label--s"
              hint="For example, DWP-014. Headway makes one if you leave this blank"
              classes="govuk-input--width-10"
              autocomplete="off"
              spellcheck="false"
              [error]="submission.error('reference')"
              [formField]="form.reference"
            />
            <button gov-button>Add service</button>
          </form>
        </div>
      </div>
    </hw-page>
  `,
})
export class NewServicePage {
  private readonly store = inject(Store);
  private readonly can = canPerson();
  private readonly key = newKey();
  private readonly all = this.store.selectSignal(servicesFeature.selectOrganisations);
  protected readonly problem = this.store.selectSignal(servicesFeature.selectProblem);
  /** Only those that the person may add services to. */
  protected readonly organisations = computed(() => [
    { value: '', text: 'Select an organisation' },
    ...this.all()
      .filter(({ id }) => this.can('createService', id))
      .map(({ slug, name }) => ({ value: slug, text: name })),
  ]);

  private readonly model = signal<NewServiceInput>({ ...blankDetails, organisation: '', reference: '' });
  protected readonly form = form(this.model, (path) => validateStandardSchema(path, () => newServiceForm));
  protected readonly submission = new Submission(this.form);
  protected readonly chosen = computed(() =>
    this.all().find(({ slug }) => slug === this.model().organisation),
  );
  protected readonly error = (field: keyof NewServiceInput) => this.submission.error(field);

  constructor() {
    const [actions, router, flash] = [inject(Actions), inject(Router), inject(Flash)];
    this.load();
    actions.pipe(ofType(ServicesApi.addFailed), takeUntilDestroyed()).subscribe(({ problem }) => {
      this.submission.failed(problem);
    });
    actions.pipe(ofType(ServicesApi.added), takeUntilDestroyed()).subscribe(({ service }) => {
      flash.success(`${service.name} added`);
      void router.navigateByUrl(servicePath(service.reference));
    });
  }

  protected load(): void {
    this.store.dispatch(ServicesPage.organisationsWanted());
  }

  protected save(event: Event): void {
    event.preventDefault();
    if (!this.submission.start()) return;
    const service = newServiceForm.parse(this.model());
    this.store.dispatch(ServicesPage.added({ service, key: this.key }));
  }
}
