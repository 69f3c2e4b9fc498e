import { Component, Directive, input } from '@angular/core';
import { ErrorMessage } from './error-message';
import { Field, formGroup } from './field';

/** A field of several controls, with a legend. */
@Directive()
export abstract class FieldsetField extends Field {
  readonly legend = input.required<string>();
  readonly legendClasses = input('');
  readonly pageHeading = input(false);
  /** What the fieldset says that it is, where that is more than a fieldset. */
  readonly role: 'group' | null = null;
}

/** Legend, hint and error above the controls. */
@Component({
  selector: 'div[gov-fieldset]',
  host: formGroup,
  imports: [ErrorMessage],
  template: `
    <fieldset class="govuk-fieldset" [attr.role]="of().role" [attr.aria-describedby]="of().describedBy()">
      <legend class="govuk-fieldset__legend" [class]="of().legendClasses()">
        @if (of().pageHeading()) {
          <h1 class="govuk-fieldset__heading">{{ of().legend() }}</h1>
        } @else {
          {{ of().legend() }}
        }
      </legend>
      @if (of().hint(); as hint) {
        <div [id]="of().id() + '-hint'" class="govuk-hint">{{ hint }}</div>
      }
      @if (of().error(); as error) {
        <p gov-error-message [id]="of().id() + '-error'">{{ error }}</p>
      }
      <ng-content />
    </fieldset>
  `,
})
export class Fieldset {
  readonly of = input.required<FieldsetField>();
}
