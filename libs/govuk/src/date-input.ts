import { Component, input, linkedSignal, model, signal, untracked } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { type DateParts, datePartNames, noDateParts, wrongParts } from './date-parts';
import { Fieldset, FieldsetField } from './fieldset';

const parts = [
  { part: 'day', text: 'Day', width: 2 },
  { part: 'month', text: 'Month', width: 2 },
  { part: 'year', text: 'Year', width: 4 },
] as const;

/** GOV.UK's three boxes. Of a wrong date only the parts that are wrong are marked; all, where it is wrong as a whole. */
@Component({
  selector: 'gov-date-input',
  imports: [Fieldset],
  // An error stays as it was until the next submit, and so does what it marks.
  host: { '(document:submit)': 'submits.update(next)' },
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
                [class.govuk-input--error]="wrong().includes(item.part)"
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
  protected readonly submits = signal(0);
  protected readonly next = (number: number) => number + 1;
  protected readonly wrong = linkedSignal({
    source: () => [this.error(), this.submits()] as const,
    computation: ([error]) => {
      if (!error) return [];
      const wrong = wrongParts(untracked(this.value));
      return wrong.length > 0 ? wrong : datePartNames;
    },
  });

  protected type(part: keyof DateParts, text: string): void {
    this.value.update((now) => ({ ...now, [part]: text }));
  }
}
