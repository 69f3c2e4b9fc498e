import { Component, computed, input, model } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { type Choice, choiceId } from './choice';
import { Fieldset, FieldsetField } from './fieldset';

@Component({
  selector: 'gov-checkboxes',
  imports: [Fieldset],
  template: `
    <div gov-fieldset [of]="this">
      <div class="govuk-checkboxes" [class.govuk-checkboxes--small]="small()" data-module="govuk-checkboxes">
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
    </div>
  `,
})
export class Checkboxes extends FieldsetField implements FormValueControl<readonly string[]> {
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
