import { Component, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import type { Choice, SelectOption } from '@headway/govuk';
import { ReceiverFields } from './receiver-fields';
import type { PartInput } from './reorganise-input';
import { TickList } from './tick-list';

/** What somebody is given: who, which services, which organisations below the giver. */
@Component({
  selector: 'hw-given-fields',
  host: { '[attr.id]': 'null' },
  imports: [FormField, ReceiverFields, TickList],
  template: `
    <hw-receiver-fields
      [id]="id() + '-into'"
      label="Who receives?"
      [form]="form().into"
      [error]="error()"
      [organisations]="organisations()"
    />
    @if (giver()) {
      <hw-tick-list
        [id]="id() + '-services'"
        legend="Services that it receives"
        [none]="loading() ? 'The services are being fetched' : 'It has no services on this date'"
        [items]="services()"
        [error]="error()(id() + '-services')"
        [formField]="form().services"
      />
      @if (agencies().length > 0) {
        <hw-tick-list
          [id]="id() + '-organisations'"
          legend="Organisations that become part of it, with all that they have"
          [items]="agencies()"
          [error]="error()(id() + '-organisations')"
          [formField]="form().organisations"
        />
      }
    } @else {
      <p class="govuk-hint">
        Select the organisation that gives something away first: its services are then shown here.
      </p>
    }
  `,
})
export class GivenFields {
  /** Ids of the fields begin with it. */
  readonly id = input.required<string>();
  readonly form = input.required<FieldTree<PartInput>>();
  readonly error = input.required<(field: string) => string | undefined>();
  readonly organisations = input.required<readonly SelectOption[]>();
  readonly giver = input.required<string>();
  readonly loading = input.required<boolean>();
  readonly services = input.required<readonly Choice[]>();
  readonly agencies = input.required<readonly Choice[]>();
}
