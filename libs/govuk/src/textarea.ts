import { Component, computed, input, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { describedBy } from './choice';
import { ErrorMessage } from './error-message';

@Component({
  selector: 'gov-textarea',
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
      <textarea
        #box
        class="govuk-textarea"
        [class.govuk-textarea--error]="error()"
        [id]="id()"
        [attr.name]="id()"
        [attr.rows]="rows()"
        [attr.aria-describedby]="describedBy()"
        [value]="value()"
        (input)="value.set(box.value)"
      ></textarea>
    </div>
  `,
})
export class Textarea implements FormValueControl<string> {
  readonly id = input.required<string>();
  readonly label = input.required<string>();
  readonly labelClasses = input('');
  readonly hint = input<string>();
  readonly error = input<string>();
  readonly rows = input(5);
  readonly value = model('');
  protected readonly describedBy = computed(() => describedBy(this.id(), this.hint(), this.error()));
}
