import { Component, input, model } from '@angular/core';
import { DateInput, type DateParts, Radios } from '@headway/govuk';
import type { TypedPast } from './typed-past';

const boundaries = [
  {
    value: 'then',
    text: 'Departments as they were on the date',
    hint: 'Each service counts under the organisation that owned it on that date.',
  },
  {
    value: 'today',
    text: 'Departments as they are today',
    hint: 'Each service counts under the organisation that owns it now, so that dates can be compared.',
  },
];

/** Which past to look at: the date, what was known when, and whose services are whose. */
@Component({
  selector: 'hw-past-fields',
  imports: [DateInput, Radios],
  template: `
    <gov-date-input
      [id]="'on'"
      legend="Show the position on"
      legendClasses="govuk-fieldset__legend--s"
      hint="For example, 31 3 2026 or 31 March 2026. Leave blank for today, or for the day it was known on."
      [error]="error()('on')"
      [names]="true"
      [(value)]="on"
    />
    <gov-date-input
      [id]="'asKnownAt'"
      legend="As it was known on"
      legendClasses="govuk-fieldset__legend--s"
      hint="Leaves out what was written down or corrected after that day. Leave blank for all that is known now."
      [error]="error()('asKnownAt')"
      [names]="true"
      [(value)]="asKnownAt"
    />
    <gov-radios
      [id]="'boundaries'"
      legend="Services counted under"
      legendClasses="govuk-fieldset__legend--s"
      [small]="true"
      [items]="items"
      [(value)]="boundaries"
    />
  `,
})
export class PastFields {
  readonly on = model.required<DateParts>();
  readonly asKnownAt = model.required<DateParts>();
  readonly boundaries = model.required<string>();
  /** What stands beside a field. */
  readonly error = input.required<(field: keyof TypedPast) => string | undefined>();
  protected readonly items = boundaries;
}
