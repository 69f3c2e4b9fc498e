import { Component, input, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { Labelled, LabelledField } from './labelled';

@Component({
  selector: 'gov-text-input',
  imports: [Labelled],
  template: `
    <div gov-labelled [of]="this">
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
export class TextInput extends LabelledField implements FormValueControl<string> {
  readonly classes = input('');
  readonly fieldName = input<string>();
  readonly type = input<'text' | 'search' | 'url' | 'email'>('text');
  readonly inputmode = input<string>();
  readonly autocomplete = input<string>();
  readonly spellcheck = input<string>();
  readonly value = model('');
}
