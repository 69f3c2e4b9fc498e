import { Component, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { barrierCategories, barrierCategoryLabels, londonDate } from '@headway/domain';
import { DateInput, Radios, TextInput, Textarea } from '@headway/govuk';
import { typedFrom } from '../platform/typed-date';
import type { BarrierInput } from './barrier-form';

/** The fields that adding and changing a barrier share. */
@Component({
  selector: 'hw-barrier-fields',
  imports: [DateInput, FormField, Radios, TextInput, Textarea],
  template: `
    <gov-radios
      id="category"
      legend="What kind of barrier is it?"
      legendClasses="govuk-fieldset__legend--s"
      [small]="true"
      [items]="categories"
      [error]="error()('category')"
      [formField]="form().category"
    />
    <gov-textarea
      id="description"
      label="What holds it back?"
      labelClasses="govuk-label--s"
      hint="In a sentence or two. Do not include personal details"
      [rows]="4"
      [error]="error()('description')"
      [formField]="form().description"
    />
    <gov-textarea
      id="nextAction"
      label="Next action (optional)"
      labelClasses="govuk-label--s"
      hint="What would get it out of the way"
      [rows]="2"
      [error]="error()('nextAction')"
      [formField]="form().nextAction"
    />
    <gov-text-input
      id="nextActionOwner"
      label="Who does it? (optional)"
      labelClasses="govuk-label--s"
      hint="A team or a role, for example Head of platforms"
      classes="govuk-!-width-two-thirds"
      autocomplete="off"
      [error]="error()('nextActionOwner')"
      [formField]="form().nextActionOwner"
    />
    <gov-date-input
      id="raisedOn"
      legend="When was it raised?"
      legendClasses="govuk-fieldset__legend--s"
      hint="For example, 27 3 2026 or 27 March 2026"
      [names]="true"
      [error]="error()('raisedOn')"
      [formField]="form().raisedOn"
    />
    @if (resolved()) {
      <gov-date-input
        id="resolvedOn"
        legend="When was it resolved?"
        legendClasses="govuk-fieldset__legend--s"
        hint="For example, 27 3 2026 or 27 March 2026"
        [names]="true"
        [error]="error()('resolvedOn')"
        [formField]="form().resolvedOn"
      />
    } @else {
      <p class="govuk-body">
        <button type="button" class="hw-link-button" (click)="useToday()">Use today’s date</button>
      </p>
    }
  `,
})
export class BarrierFields {
  readonly form = input.required<FieldTree<BarrierInput>>();
  readonly error = input.required<(field: keyof BarrierInput) => string | undefined>();
  /** Whether it has a date of its resolution to change too. */
  readonly resolved = input(false);
  protected readonly categories = barrierCategories.map((value) => ({
    value,
    text: barrierCategoryLabels[value],
  }));

  protected useToday(): void {
    this.form()
      .raisedOn()
      .value.set(typedFrom(londonDate(new Date())));
  }
}
