import { Component, computed, input, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { describedBy } from './choice';
import { ErrorMessage } from './error-message';

export interface SelectOption {
  readonly value: string;
  readonly text: string;
  readonly disabled?: boolean;
}

@Component({
  selector: 'gov-select',
  // Given as plain text it would stay on the element too, and no two may have one id.
  host: { '[attr.id]': 'null' },
  imports: [ErrorMessage],
  template: `
    <div class="govuk-form-group" [class.govuk-form-group--error]="error()">
      <label class="govuk-label" [class]="labelClasses()" [attr.for]="id()">{{ label() }}</label>
      @if (hint()) {
        <div [id]="id() + '-hint'" class="govuk-hint">{{ hint() }}</div>
      }
      @if (error()) {
        <p gov-error-message [id]="id() + '-error'">{{ error() }}</p>
      }
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
export class Select implements FormValueControl<string> {
  readonly id = input.required<string>();
  readonly label = input.required<string>();
  readonly labelClasses = input('');
  readonly hint = input<string>();
  readonly error = input<string>();
  readonly classes = input('');
  readonly items = input.required<readonly SelectOption[]>();
  readonly value = model('');
  protected readonly describedBy = computed(() => describedBy(this.id(), this.hint(), this.error()));
}
