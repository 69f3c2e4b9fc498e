import { Component, computed, input, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { type Choice, choiceId } from './choice';
import { Fieldset, FieldsetField } from './fieldset';

@Component({
  selector: 'gov-radios',
  imports: [Fieldset],
  template: `
    <div gov-fieldset [of]="this">
      <div
        class="govuk-radios"
        [class.govuk-radios--inline]="inline()"
        [class.govuk-radios--small]="small()"
        data-module="govuk-radios"
      >
        @for (item of choices(); track item.value) {
          <div class="govuk-radios__item">
            <input
              class="govuk-radios__input"
              type="radio"
              [id]="item.id"
              [attr.name]="fieldName() ?? id()"
              [value]="item.value"
              [checked]="item.value === value()"
              [attr.aria-describedby]="item.hint ? item.id + '-item-hint' : null"
              (change)="value.set(item.value)"
            />
            <label class="govuk-label govuk-radios__label" [attr.for]="item.id">{{ item.text }}</label>
            @if (item.hint) {
              <div [id]="item.id + '-item-hint'" class="govuk-hint govuk-radios__hint">{{ item.hint }}</div>
            }
          </div>
        }
      </div>
    </div>
  `,
})
export class Radios extends FieldsetField implements FormValueControl<string> {
  readonly fieldName = input<string>();
  readonly items = input.required<readonly Choice[]>();
  readonly inline = input(false);
  readonly small = input(false);
  readonly value = model('');
  protected readonly choices = computed(() =>
    this.items().map((item, index) => ({ ...item, id: choiceId(this.id(), item, index) })),
  );
}
