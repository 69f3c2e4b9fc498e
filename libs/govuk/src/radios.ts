import { Component, computed, input, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { type Choice, choiceId, describedBy } from './choice';
import { ErrorMessage } from './error-message';

@Component({
  selector: 'gov-radios',
  // Given as plain text it would stay on the element too, and no two may have one id.
  host: { '[attr.id]': 'null' },
  imports: [ErrorMessage],
  template: `
    <div class="govuk-form-group" [class.govuk-form-group--error]="error()">
      <fieldset class="govuk-fieldset" [attr.aria-describedby]="describedBy()">
        <legend class="govuk-fieldset__legend" [class]="legendClasses()">
          @if (pageHeading()) {
            <h1 class="govuk-fieldset__heading">{{ legend() }}</h1>
          } @else {
            {{ legend() }}
          }
        </legend>
        @if (hint()) {
          <div [id]="id() + '-hint'" class="govuk-hint">{{ hint() }}</div>
        }
        @if (error()) {
          <p gov-error-message [id]="id() + '-error'">{{ error() }}</p>
        }
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
      </fieldset>
    </div>
  `,
})
export class Radios implements FormValueControl<string> {
  readonly id = input.required<string>();
  readonly fieldName = input<string>();
  readonly legend = input.required<string>();
  readonly legendClasses = input('');
  readonly pageHeading = input(false);
  readonly hint = input<string>();
  readonly error = input<string>();
  readonly items = input.required<readonly Choice[]>();
  readonly inline = input(false);
  readonly small = input(false);
  readonly value = model('');
  protected readonly choices = computed(() =>
    this.items().map((item, index) => ({ ...item, id: choiceId(this.id(), item, index) })),
  );
  protected readonly describedBy = computed(() => describedBy(this.id(), this.hint(), this.error()));
}
