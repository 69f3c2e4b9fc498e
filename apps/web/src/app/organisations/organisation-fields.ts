import { Component, computed, inject, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { organisationKindLabels, organisationKinds } from '@headway/domain';
import { DateInput, Radios, Select, TextInput } from '@headway/govuk';
import { Store } from '@ngrx/store';
import type { OrganisationInput } from './organisation-form';
import { organisationsFeature } from './organisations.feature';

/** The fields that adding and changing an organisation share. */
@Component({
  selector: 'hw-organisation-fields',
  imports: [DateInput, FormField, Radios, Select, TextInput],
  template: `
    <gov-text-input
      id="name"
      label="Name"
      labelClasses="govuk-label--s"
      [error]="error()('name')"
      [formField]="form().name"
    />
    <gov-text-input
      id="abbreviation"
      label="Abbreviation (optional)"
      labelClasses="govuk-label--s"
      hint="For example, DWP"
      classes="govuk-input--width-10"
      [error]="error()('abbreviation')"
      [formField]="form().abbreviation"
    />
    <gov-radios
      id="kind"
      legend="What kind of organisation is it?"
      legendClasses="govuk-fieldset__legend--s"
      [items]="kinds"
      [error]="error()('kind')"
      [formField]="form().kind"
    />
    <gov-select
      id="parent"
      label="Part of (optional)"
      labelClasses="govuk-label--s"
      hint="Its figures count towards this organisation's too"
      [items]="parents()"
      [error]="error()('parent')"
      [formField]="form().parent"
    />
    <gov-date-input
      id="existsFrom"
      legend="Exists from (optional)"
      legendClasses="govuk-fieldset__legend--s"
      hint="For example, 7 2 2023. Leave blank if it was there before records began"
      [names]="true"
      [error]="error()('existsFrom')"
      [formField]="form().existsFrom"
    />
  `,
})
export class OrganisationFields {
  readonly form = input.required<FieldTree<OrganisationInput>>();
  readonly error = input.required<(field: keyof OrganisationInput) => string | undefined>();
  /** The organisation itself, which cannot be part of itself. */
  readonly self = input<string>();
  private readonly all = inject(Store).selectSignal(organisationsFeature.selectAll);
  protected readonly kinds = organisationKinds.map((value) => ({
    value,
    text: organisationKindLabels[value],
  }));
  protected readonly parents = computed(() => [
    { value: '', text: 'Not part of another organisation' },
    ...this.all()
      .filter(({ slug }) => slug !== this.self())
      .map(({ slug, name }) => ({ value: slug, text: name })),
  ]);
}
