import { Component, input, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { Labelled, LabelledField } from './labelled';

@Component({
  selector: 'gov-textarea',
  imports: [Labelled],
  template: `
    <div gov-labelled [of]="this">
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
export class Textarea extends LabelledField implements FormValueControl<string> {
  readonly rows = input(5);
  readonly value = model('');
}
