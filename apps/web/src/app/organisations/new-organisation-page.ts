import { Component, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { form, validateStandardSchema } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { Button } from '@headway/govuk';
import { Actions, ofType } from '@ngrx/effects';
import { Store } from '@ngrx/store';
import { Flash } from '../platform/flash';
import { Submission } from '../platform/forms/submission';
import { newKey } from '../platform/headers';
import { Page } from '../platform/page';
import { OrganisationFields } from './organisation-fields';
import { type OrganisationInput, blankOrganisation, newOrganisationForm } from './organisation-form';
import { OrganisationsApi, OrganisationsPage } from './organisations.actions';
import { organisationsFeature } from './organisations.feature';

@Component({
  selector: 'hw-new-organisation-page',
  imports: [Button, OrganisationFields, Page],
  template: `
    <hw-page
      pageTitle="Add an organisation"
      section="Departments"
      back="/departments"
      [errors]="submission.errors()"
      [problem]="problem()"
      (retry)="load()"
    >
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-l">Add an organisation</h1>
          <form novalidate (submit)="save($event)">
            <hw-organisation-fields [form]="form" [error]="error" />
            <button gov-button>Add organisation</button>
          </form>
        </div>
      </div>
    </hw-page>
  `,
})
export class NewOrganisationPage {
  private readonly store = inject(Store);
  private readonly key = newKey();
  protected readonly problem = this.store.selectSignal(organisationsFeature.selectProblem);
  private readonly model = signal<OrganisationInput>(blankOrganisation);
  protected readonly form = form(this.model, (path) =>
    validateStandardSchema(path, () => newOrganisationForm),
  );
  protected readonly submission = new Submission(this.form);
  protected readonly error = (field: keyof OrganisationInput) => this.submission.error(field);

  constructor() {
    const [actions, router, flash] = [inject(Actions), inject(Router), inject(Flash)];
    this.load();
    actions.pipe(ofType(OrganisationsApi.addFailed), takeUntilDestroyed()).subscribe(({ problem }) => {
      this.submission.failed(problem);
    });
    actions.pipe(ofType(OrganisationsApi.added), takeUntilDestroyed()).subscribe(({ organisation }) => {
      flash.success(`${organisation.name} added`);
      void router.navigateByUrl(`/departments/${organisation.slug}`);
    });
  }

  protected load(): void {
    this.store.dispatch(OrganisationsPage.listOpened());
  }

  protected save(event: Event): void {
    event.preventDefault();
    if (!this.submission.start()) return;
    const organisation = newOrganisationForm.parse(this.model());
    this.store.dispatch(OrganisationsPage.added({ organisation, key: this.key }));
  }
}
