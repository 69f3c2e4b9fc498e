import { Component, computed, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { organisationKindLabels, organisationKinds } from '@headway/domain';
import { Radios, Select, type SelectOption, TextInput } from '@headway/govuk';
import { type ReceiverInput, newOne } from './reorganise-input';

/** Who takes over: an organisation that there is, or a new one with all that it needs. */
@Component({
  selector: 'hw-receiver-fields',
  host: { '[attr.id]': 'null' },
  imports: [FormField, Radios, Select, TextInput],
  template: `
    <gov-select
      [id]="id()"
      [label]="label()"
      labelClasses="govuk-label--s"
      [hint]="hint()"
      [items]="choices()"
      [error]="error()(id())"
      [formField]="form().organisation"
    />
    @if (form().organisation().value() === newOne) {
      <div class="hw-within">
        <gov-text-input
          [id]="id() + '-name'"
          label="Name of the new organisation"
          [error]="error()(id() + '-name')"
          [formField]="form().name"
        />
        <gov-text-input
          [id]="id() + '-abbreviation'"
          label="Its abbreviation (optional)"
          classes="govuk-input--width-10"
          [error]="error()(id() + '-abbreviation')"
          [formField]="form().abbreviation"
        />
        <gov-radios
          [id]="id() + '-kind'"
          legend="What kind of organisation is it?"
          [small]="true"
          [items]="kinds"
          [error]="error()(id() + '-kind')"
          [formField]="form().kind"
        />
        <gov-select
          [id]="id() + '-parent'"
          label="Part of (optional)"
          [items]="parents()"
          [error]="error()(id() + '-parent')"
          [formField]="form().parent"
        />
      </div>
    }
  `,
})
export class ReceiverFields {
  /** Of the select; the others' ids begin with it. */
  readonly id = input.required<string>();
  readonly label = input.required<string>();
  readonly hint = input<string>();
  readonly form = input.required<FieldTree<ReceiverInput>>();
  readonly error = input.required<(field: string) => string | undefined>();
  /** Organisations that go on. */
  readonly organisations = input.required<readonly SelectOption[]>();
  protected readonly newOne = newOne;
  protected readonly kinds = organisationKinds.map((value) => ({
    value,
    text: organisationKindLabels[value],
  }));
  protected readonly choices = computed(() => [
    { value: '', text: 'Select an organisation' },
    { value: newOne, text: 'A new organisation' },
    ...this.organisations(),
  ]);
  protected readonly parents = computed(() => [
    { value: '', text: 'Not part of another organisation' },
    ...this.organisations(),
  ]);
}
