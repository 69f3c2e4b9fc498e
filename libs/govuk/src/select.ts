import { Component, input, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { Labelled, LabelledField } from './labelled';

export interface SelectOption {
  readonly value: string;
  readonly text: string;
  readonly disabled?: boolean;
}

@Component({
  selector: 'gov-select',
  imports: [Labelled],
  template: `
    <div gov-labelled [of]="this">
      <select
        #box
        class="govuk-select"
        [class]="classes()"
        [class.govuk-select--error]="error()"
        [id]="id()"
        [attr.name]="id()"
        [attr.aria-describedby]="describedBy()"
        (input)="value.set(box.value)"
      >
        @for (item of items(); track item.value) {
          <option
            [value]="item.value"
            [selected]="item.value === value()"
            [disabled]="item.disabled ?? false"
          >
            {{ item.text }}
          </option>
        }
      </select>
    </div>
  `,
})
export class Select extends LabelledField implements FormValueControl<string> {
  readonly classes = input('');
  readonly items = input.required<readonly SelectOption[]>();
  readonly value = model('');
}
