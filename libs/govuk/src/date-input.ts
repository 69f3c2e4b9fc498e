import { Component, input, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { Fieldset, FieldsetField } from './fieldset';

/** A date as typed; nothing is corrected, so nothing typed is lost. */
export interface DateParts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

export const noDateParts: DateParts = { day: '', month: '', year: '' };

const parts = [
  { part: 'day', text: 'Day', width: 2 },
  { part: 'month', text: 'Month', width: 2 },
  { part: 'year', text: 'Year', width: 4 },
] as const;

@Component({
  selector: 'gov-date-input',
  imports: [Fieldset],
  template: `
    <div gov-fieldset [of]="this">
      <div class="govuk-date-input" [id]="id()">
        @for (item of parts; track item.part) {
          <div class="govuk-date-input__item">
            <div class="govuk-form-group">
              <label class="govuk-label govuk-date-input__label" [attr.for]="id() + '-' + item.part">
                {{ item.text }}
              </label>
              <input
                #box
                class="govuk-input govuk-date-input__input"
                [class.govuk-input--width-2]="item.width === 2"
                [class.govuk-input--width-4]="item.width === 4"
                [class.govuk-input--error]="error()"
                [id]="id() + '-' + item.part"
                [attr.name]="names() ? id() + '-' + item.part : item.part"
                type="text"
                inputmode="numeric"
                [value]="value()[item.part]"
                (input)="type(item.part, box.value)"
              />
            </div>
          </div>
        }
      </div>
    </div>
  `,
})
export class DateInput extends FieldsetField implements FormValueControl<DateParts> {
  override readonly role = 'group';
  /** Whether the fields' names begin with the id: for a page with more than one date. */
  readonly names = input(false);
  readonly value = model<DateParts>(noDateParts);
  protected readonly parts = parts;

  protected type(part: keyof DateParts, text: string): void {
    this.value.update((now) => ({ ...now, [part]: text }));
  }
}
