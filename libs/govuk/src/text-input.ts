import { Component, computed, input, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { describedBy } from './choice';
import { ErrorMessage } from './error-message';

@Component({
  selector: 'gov-text-input',
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
      <input
        #box
        class="govuk-input"
        [class]="classes()"
        [class.govuk-input--error]="error()"
        [id]="id()"
        [attr.name]="fieldName() ?? id()"
        [attr.type]="type()"
        [attr.inputmode]="inputmode()"
        [attr.autocomplete]="autocomplete()"
        [attr.spellcheck]="spellcheck()"
        [attr.aria-describedby]="describedBy()"
        [value]="value()"
        (input)="value.set(box.value)"
      />
    </div>
  `,
})
export class TextInput implements FormValueControl<string> {
  readonly id = input.required<string>();
  readonly label = input.required<string>();
  readonly labelClasses = input('');
  readonly hint = input<string>();
  readonly error = input<string>();
  readonly classes = input('');
  readonly fieldName = input<string>();
  readonly type = input<'text' | 'search' | 'url' | 'email'>('text');
  readonly inputmode = input<string>();
  readonly autocomplete = input<string>();
  readonly spellcheck = input<string>();
  readonly value = model('');
  protected readonly describedBy = computed(() => describedBy(this.id(), this.hint(), this.error()));
}
