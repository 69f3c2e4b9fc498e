import { Component, computed, input, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { type Choice, choiceId, describedBy } from './choice';
import { ErrorMessage } from './error-message';

@Component({
  selector: 'gov-checkboxes',
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
          class="govuk-checkboxes"
          [class.govuk-checkboxes--small]="small()"
          data-module="govuk-checkboxes"
        >
          @for (item of choices(); track item.value) {
            @if (item.apart) {
              <div class="govuk-checkboxes__divider">or</div>
            }
            <div class="govuk-checkboxes__item">
              <input
                #box
                class="govuk-checkboxes__input"
                type="checkbox"
                [id]="item.id"
                [attr.name]="id()"
                [value]="item.value"
                [checked]="value().includes(item.value)"
                [attr.data-behaviour]="item.exclusive ? 'exclusive' : null"
                [attr.aria-describedby]="item.hint ? item.id + '-item-hint' : null"
                (change)="tick(item.value, box.checked)"
              />
              <label class="govuk-label govuk-checkboxes__label" [attr.for]="item.id">{{ item.text }}</label>
              @if (item.hint) {
                <div [id]="item.id + '-item-hint'" class="govuk-hint govuk-checkboxes__hint">
                  {{ item.hint }}
                </div>
              }
            </div>
          }
        </div>
      </fieldset>
    </div>
  `,
})
export class Checkboxes implements FormValueControl<readonly string[]> {
  readonly id = input.required<string>();
  readonly legend = input.required<string>();
  readonly legendClasses = input('');
  readonly pageHeading = input(false);
  readonly hint = input<string>();
  readonly error = input<string>();
  readonly items = input.required<readonly Choice[]>();
  readonly small = input(false);
  /** The ticked values, in the order of the items. */
  readonly value = model<readonly string[]>([]);
  protected readonly choices = computed(() =>
    this.items().map((item, index, all) => ({
      ...item,
      id: choiceId(this.id(), item, index),
      apart: item.exclusive === true && all[index - 1]?.exclusive !== true,
    })),
  );
  protected readonly describedBy = computed(() => describedBy(this.id(), this.hint(), this.error()));

  protected tick(value: string, on: boolean): void {
    const alone = this.items().find((item) => item.value === value)?.exclusive === true;
    const stays = (item: Choice) => !on || (!alone && !item.exclusive);
    this.value.update((now) =>
      this.items()
        .filter((item) => (item.value === value ? on : now.includes(item.value) && stays(item)))
        .map((item) => item.value),
    );
  }
}
