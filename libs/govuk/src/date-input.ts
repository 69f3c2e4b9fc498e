import { Component, computed, input, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { describedBy } from './choice';
import { ErrorMessage } from './error-message';

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
  // Given as plain text it would stay on the element too, and no two may have one id.
  host: { '[attr.id]': 'null' },
  imports: [ErrorMessage],
  template: `
    <div class="govuk-form-group" [class.govuk-form-group--error]="error()">
      <fieldset class="govuk-fieldset" role="group" [attr.aria-describedby]="describedBy()">
        <legend class="govuk-fieldset__legend" [class]="legendClasses()">{{ legend() }}</legend>
        @if (hint()) {
          <div [id]="id() + '-hint'" class="govuk-hint">{{ hint() }}</div>
        }
        @if (error()) {
          <p gov-error-message [id]="id() + '-error'">{{ error() }}</p>
        }
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
      </fieldset>
    </div>
  `,
})
export class DateInput implements FormValueControl<DateParts> {
  readonly id = input.required<string>();
  readonly legend = input.required<string>();
  readonly legendClasses = input('');
  readonly hint = input<string>();
  readonly error = input<string>();
  /** Whether the fields' names begin with the id: for a page with more than one date. */
  readonly names = input(false);
  readonly value = model<DateParts>(noDateParts);
  protected readonly parts = parts;
  protected readonly describedBy = computed(() => describedBy(this.id(), this.hint(), this.error()));

  protected type(part: keyof DateParts, text: string): void {
    this.value.update((now) => ({ ...now, [part]: text }));
  }
}
