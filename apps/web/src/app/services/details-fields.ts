import { Component, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { audienceDefinitions, audienceLabels, audiences } from '@headway/domain';
import { DateInput, Radios, TextInput, Textarea } from '@headway/govuk';
import type { DetailsInput } from './service-form';

/** The fields that adding and changing a service share. */
@Component({
  selector: 'hw-details-fields',
  imports: [DateInput, FormField, Radios, TextInput, Textarea],
  template: `
    <gov-text-input
      id="name"
      label="Name"
      labelClasses="govuk-label--s"
      [error]="error()('name')"
      [formField]="form().name"
    />
    <gov-radios
      id="audience"
      legend="Who is it for?"
      legendClasses="govuk-fieldset__legend--s"
      [items]="audienceItems"
      [error]="error()('audience')"
      [formField]="form().audience"
    />
    <gov-textarea
      id="description"
      label="Description (optional)"
      labelClasses="govuk-label--s"
      hint="What people use the service for, in a sentence or two"
      [rows]="4"
      [error]="error()('description')"
      [formField]="form().description"
    />
    <gov-text-input
      id="address"
      type="url"
      label="Service address (optional)"
      labelClasses="govuk-label--s"
      hint="For example, https://www.gov.uk/example"
      autocomplete="off"
      spellcheck="false"
      [error]="error()('address')"
      [formField]="form().address"
    />
    <gov-text-input
      id="transactionsAYear"
      label="Transactions a year (optional)"
      labelClasses="govuk-label--s"
      hint="A whole number. An estimate is fine"
      classes="govuk-input--width-10"
      inputmode="numeric"
      autocomplete="off"
      [error]="error()('transactionsAYear')"
      [formField]="form().transactionsAYear"
    />
    <gov-text-input
      id="owner"
      label="Senior responsible owner (optional)"
      labelClasses="govuk-label--s"
      classes="govuk-!-width-two-thirds"
      autocomplete="off"
      [error]="error()('owner')"
      [formField]="form().owner"
    />
    <gov-date-input
      id="opensOn"
      legend="When did it open? (optional)"
      legendClasses="govuk-fieldset__legend--s"
      hint="For example, 27 3 2021. Leave blank if it opened before records began"
      [names]="true"
      [error]="error()('opensOn')"
      [formField]="form().opensOn"
    />
  `,
})
export class DetailsFields {
  readonly form = input.required<FieldTree<DetailsInput>>();
  readonly error = input.required<(field: keyof DetailsInput) => string | undefined>();
  protected readonly audienceItems = audiences.map((value) => ({
    value,
    text: audienceLabels[value],
    hint: audienceDefinitions[value],
  }));
}
