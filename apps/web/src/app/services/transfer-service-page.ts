import { Component, computed, inject, input, signal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { ServiceTransfer } from '@headway/contract';
import { Button, DateInput, Select, Textarea, noDateParts } from '@headway/govuk';
import { Store } from '@ngrx/store';
import * as z from 'zod';
import { dateFields } from '../platform/forms/inputs';
import { Submission } from '../platform/forms/submission';
import { Page } from '../platform/page';
import { LifecyclePage } from './lifecycle';
import { LockNote } from '../platform/lock-note';
import { ServicesPage } from './services.actions';
import { servicesFeature } from './services.feature';

const transfer = ServiceTransfer.extend({
  on: dateFields('The date of the transfer').pipe(
    z.string({ error: 'Enter the date of the transfer' }).pipe(ServiceTransfer.shape.on),
  ),
});

@Component({
  selector: 'hw-transfer-service-page',
  imports: [Button, DateInput, FormField, LockNote, Page, Select, Textarea],
  template: `
    <hw-page
      [pageTitle]="'Transfer ' + (page.service()?.name ?? 'a service')"
      section="Services"
      [back]="page.back()"
      [errors]="submission.errors()"
      [problem]="page.problem()"
      [loading]="!page.service()"
      (retry)="page.load()"
    >
      @if (page.service(); as service) {
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <span class="govuk-caption-l">{{ service.reference }}</span>
            <h1 class="govuk-heading-l">Transfer {{ service.name }}</h1>
            <p class="govuk-body">
              It belongs to {{ service.organisation.name }}. Its history goes with it: from the day of the
              transfer it counts for the organisation that it goes to, and before that day for the one that
              had it. Those who look after it change at once.
            </p>
            <hw-lock-note
              [lock]="service.lock"
              changes="dates"
              refused="So it cannot change hands on a day up to then."
            />
            <form novalidate (submit)="send($event)">
              <gov-select
                id="organisation"
                label="Which organisation does it go to?"
                labelClasses="govuk-label--s"
                [items]="organisations()"
                [error]="submission.error('organisation')"
                [formField]="form.organisation"
              />
              <gov-date-input
                id="on"
                legend="From when is it theirs?"
                legendClasses="govuk-fieldset__legend--s"
                hint="For example, 1 4 2026. Today or in the past"
                [names]="true"
                [error]="submission.error('on')"
                [formField]="form.on"
              />
              <gov-textarea
                id="note"
                label="Is there anything to add? (optional)"
                labelClasses="govuk-label--s"
                [rows]="3"
                [error]="submission.error('note')"
                [formField]="form.note"
              />
              <button gov-button>Transfer this service</button>
            </form>
          </div>
        </div>
      }
    </hw-page>
  `,
})
export class TransferServicePage {
  private readonly store = inject(Store);
  readonly reference = input.required<string>();
  private readonly typed = signal({ organisation: '', on: noDateParts, note: '' });
  protected readonly form = form(this.typed, (path) => validateStandardSchema(path, () => transfer));
  protected readonly submission = new Submission(this.form);
  protected readonly page = new LifecyclePage(
    this.reference,
    'transferService',
    (problem) => this.submission.failed(problem),
    ({ name, organisation }) => `${name} belongs to ${organisation.name}`,
  );
  private readonly all = this.store.selectSignal(servicesFeature.selectOrganisations);
  protected readonly organisations = computed(() => {
    const owner = this.page.service()?.organisation.slug;
    const others = this.all().filter(({ slug }) => slug !== owner);
    return [
      { value: '', text: 'Choose an organisation' },
      ...others.map(({ slug, name }) => ({ value: slug, text: name })),
    ];
  });

  constructor() {
    this.store.dispatch(ServicesPage.organisationsWanted());
  }

  protected send(event: Event): void {
    event.preventDefault();
    if (this.submission.start()) this.page.send({ kind: 'transfer', body: transfer.parse(this.typed()) });
  }
}
