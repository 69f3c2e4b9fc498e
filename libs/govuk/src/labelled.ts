import { Component, Directive, input } from '@angular/core';
import { ErrorMessage } from './error-message';
import { Field, formGroup } from './field';

/** A field of one control, with a label. */
@Directive()
export abstract class LabelledField extends Field {
  readonly label = input.required<string>();
  readonly labelClasses = input('');
}

/** Label, hint and error above the control. */
@Component({
  selector: 'div[gov-labelled]',
  host: formGroup,
  imports: [ErrorMessage],
  template: `
    <label class="govuk-label" [class]="of().labelClasses()" [attr.for]="of().id()">{{ of().label() }}</label>
    @if (of().hint(); as hint) {
      <div [id]="of().id() + '-hint'" class="govuk-hint">{{ hint }}</div>
    }
    @if (of().error(); as error) {
      <p gov-error-message [id]="of().id() + '-error'">{{ error }}</p>
    }
    <ng-content />
  `,
})
export class Labelled {
  readonly of = input.required<LabelledField>();
}
